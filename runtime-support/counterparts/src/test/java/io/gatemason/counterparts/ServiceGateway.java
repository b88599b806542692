package io.gatemason.counterparts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.exchange.MethodHandler;
import io.gatemason.runtime.exchange.MethodInfo;
import io.gatemason.runtime.exchange.Route;
import io.gatemason.runtime.integration.AwsBackend;
import io.gatemason.runtime.integration.AwsRequest;
import io.gatemason.runtime.integration.IntegrationResponse;
import io.gatemason.runtime.server.GatewayApi;
import io.gatemason.runtime.server.GatewayServer;
import io.gatemason.runtime.server.GatewaySettings;
import io.gatemason.runtime.service.Services;
import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A gateway whose one method, {@code ANY /{key+}}, is an aws integration without templates. */
final class ServiceGateway implements AutoCloseable {
  static {
    System.setProperty("aws.accessKeyId", "AKIDEXAMPLE");
    System.setProperty("aws.secretAccessKey", "example");
  }

  private final HttpClient client = HttpClient.newHttpClient();
  private final GatewayServer server;

  /** {@code mapping} says what becomes of the client's request. */
  ServiceGateway(String serviceUrl, BiConsumer<Exchange, AwsRequest> mapping) {
    Config config =
        Config.just(
            ConfigSources.create(
                Map.of(
                    "server.port",
                    "0",
                    "server.host",
                    "127.0.0.1",
                    "gateway.aws.endpoint-url",
                    serviceUrl)));
    Services services = Services.open(config);
    ApiInfo info = ApiInfo.builder("service", "").binaryMediaTypes("image/png").build();
    server =
        GatewayServer.start(
            GatewaySettings.of(config),
            services,
            List.of(new Api(info, new Method(services.aws(), mapping))));
  }

  HttpResponse<byte[]> send(String verb, String path, byte[] body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .timeout(Duration.ofSeconds(20))
            .method(verb, BodyPublishers.ofByteArray(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }

  HttpResponse<byte[]> post(String path, String body) throws IOException, InterruptedException {
    return send("POST", path, body.getBytes(StandardCharsets.UTF_8));
  }

  /** The body of an answer that has to be 200. */
  String ok(String path, String body) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = post(path, body);
    String text = new String(answer.body(), StandardCharsets.UTF_8);
    assertEquals(200, answer.statusCode(), text);
    return text;
  }

  @Override
  public void close() {
    server.stop();
    client.close();
  }

  private record Api(ApiInfo info, Method method) implements GatewayApi {
    @Override
    public @Nullable MethodHandler route(Route route) {
      return method;
    }
  }

  private record Method(AwsBackend aws, BiConsumer<Exchange, AwsRequest> mapping)
      implements MethodHandler {
    @Override
    public MethodInfo info() {
      return MethodInfo.of("ANY", "/{key+}");
    }

    @Override
    public void handle(Exchange exchange) {
      AwsRequest request = AwsRequest.of(exchange, "ANY");
      mapping.accept(exchange, request);
      IntegrationResponse response = aws.send(exchange, request);
      exchange
          .answer(response.status())
          .header("Content-Type", response.header("Content-Type"))
          .passBody(response)
          .send();
    }
  }
}
