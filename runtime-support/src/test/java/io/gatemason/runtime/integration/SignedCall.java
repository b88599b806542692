package io.gatemason.runtime.integration;

import io.gatemason.runtime.aws.AwsCalls;
import io.gatemason.runtime.aws.AwsEndpoint;
import io.gatemason.runtime.aws.AwsSettings;
import io.gatemason.runtime.aws.AwsSigner;
import io.gatemason.runtime.client.ClientLine;
import io.gatemason.runtime.clock.WallClock;
import io.gatemason.runtime.payload.Payload;
import io.gatemason.runtime.transport.BackendReply;
import io.gatemason.runtime.transport.HeaderFields;
import io.gatemason.runtime.transport.PooledBackendClient;
import io.helidon.config.Config;
import java.nio.charset.StandardCharsets;

/** A process that sends one request to SQS, wherever and as whoever its environment says. */
public final class SignedCall {
  private SignedCall() {}

  /**
   * Sends it and prints the status.
   *
   * @param args none
   */
  public static void main(String[] args) throws Exception {
    AwsSettings settings = new AwsSettings(Config.empty(), System::getenv);
    try (PooledBackendClient client = new PooledBackendClient(Config.empty())) {
      AwsCalls calls = new AwsCalls(client);
      AwsSigner signer = new AwsSigner(settings, calls, WallClock.system());
      AwsEndpoint endpoint =
          AwsEndpoint.of("arn:aws:apigateway:" + settings.region() + ":sqs")
              .withTimeoutMillis(10_000);
      Payload body = Payload.of("Action=ListQueues".getBytes(StandardCharsets.UTF_8));
      try (BackendReply reply =
          calls.send(
              signer,
              endpoint,
              signer.url(endpoint, ""),
              "POST",
              "/",
              new HeaderFields(),
              body,
              ClientLine.HELD)) {
        System.out.println(reply.status());
      }
    }
  }
}
