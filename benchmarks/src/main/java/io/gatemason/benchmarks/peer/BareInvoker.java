package io.gatemason.benchmarks.peer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * What a developer would write by hand to put a function behind a path: a Helidon handler that
 * posts an event, signed by the AWS SDK's signer, with Apache HttpClient, and answers with status,
 * media type and body of the function's result. The event is always the same bytes.
 */
public final class BareInvoker {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final CloseableHttpClient client = BareProxy.client();
  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
  private final AwsCredentialsIdentity identity =
      AwsCredentialsIdentity.create("AKIDEXAMPLE", "example");
  private final URI function;
  private final byte[] event;

  private BareInvoker(URI function, byte[] event) {
    this.function = function;
    this.event = event;
  }

  /**
   * Serves until the process is ended.
   *
   * @param args the port, the port of the Invoke API, the file with the event
   */
  public static void main(String[] args) throws IOException {
    String function = "http://127.0.0.1:" + args[1] + "/2015-03-31/functions/orders/invocations";
    BareInvoker invoker =
        new BareInvoker(URI.create(function), Files.readAllBytes(Path.of(args[2])));
    WebServer.builder()
        .host("127.0.0.1")
        .port(Integer.parseInt(args[0]))
        .routing(routing -> routing.any("/orders/{orderId}", invoker::handle))
        .build()
        .start();
  }

  private void handle(ServerRequest request, ServerResponse response) throws IOException {
    HttpPost call = new HttpPost(function);
    signed()
        .forEachHeader(
            (name, values) -> {
              if (!name.equals("Host")) {
                values.forEach(value -> call.addHeader(name, value));
              }
            });
    call.setEntity(new ByteArrayEntity(event, ContentType.APPLICATION_JSON));
    client.execute(
        call,
        reply -> {
          JsonNode result = JSON.readTree(EntityUtils.toByteArray(reply.getEntity()));
          response.status(Status.create(result.path("statusCode").asInt()));
          response.header(
              HeaderNames.CONTENT_TYPE, result.path("headers").path("Content-Type").asText());
          response.send(result.path("body").asText());
          return response;
        });
  }

  private SdkHttpRequest signed() {
    SdkHttpRequest unsigned =
        SdkHttpRequest.builder().method(SdkHttpMethod.POST).uri(function).build();
    return signer
        .sign(
            sign ->
                sign.identity(identity)
                    .request(unsigned)
                    .payload(ContentStreamProvider.fromByteArray(event))
                    .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "lambda")
                    .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1"))
        .request();
  }
}
