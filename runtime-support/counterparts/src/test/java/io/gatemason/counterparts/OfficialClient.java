package io.gatemason.counterparts;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.regions.Region;

/**
 * What a client of the AWS SDK sends for a call of its service, and what it reads out of an answer:
 * the public API of the service, written down by the service itself.
 */
final class OfficialClient implements SdkHttpClient {
  /** What was sent. */
  record Sent(SdkHttpRequest request, byte[] body) {
    String header(String name) {
      return request.firstMatchingHeader(name).orElse("");
    }

    URI uri() {
      return request.getUri();
    }
  }

  private final String answer;
  private @Nullable Sent sent;

  private OfficialClient(String answer) {
    this.answer = answer;
  }

  /** The request that a call sends. */
  static <C, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> Sent request(
      B builder, Function<C, ?> call) {
    OfficialClient http = new OfficialClient("{}");
    Object unused = call.apply(client(builder, http));
    return Objects.requireNonNull(http.sent, "nothing was sent");
  }

  /** The result that the client reads out of an answer. */
  static <C, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, R> R result(
      B builder, Function<C, R> call, byte[] answer) {
    return call.apply(
        client(builder, new OfficialClient(new String(answer, StandardCharsets.UTF_8))));
  }

  private static <C, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> C client(
      B builder, SdkHttpClient http) {
    return builder
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDEXAMPLE", "example")))
        .httpClient(http)
        .build();
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        byte[] body = new byte[0];
        if (request.contentStreamProvider().isPresent()) {
          body = request.contentStreamProvider().get().newStream().readAllBytes();
        }
        sent = new Sent(request.httpRequest(), body);
        return HttpExecuteResponse.builder()
            .response(SdkHttpResponse.builder().statusCode(200).build())
            .responseBody(
                AbortableInputStream.create(
                    new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8))))
            .build();
      }

      @Override
      public void abort() {}
    };
  }

  @Override
  public void close() {}
}
