package io.gatemason.runtime.integration;

import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.exchange.MethodAnswer;
import io.gatemason.runtime.exchange.MethodHandler;
import io.gatemason.runtime.exchange.MethodInfo;
import io.gatemason.runtime.exchange.Route;
import io.gatemason.runtime.function.FunctionInvoker;
import io.gatemason.runtime.server.GatewayApi;
import io.gatemason.runtime.server.GatewayServer;
import io.gatemason.runtime.server.GatewaySettings;
import io.gatemason.runtime.service.Services;
import io.gatemason.runtime.service.Stage;
import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A gateway with one method, in front of functions or AWS services that are somewhere else. */
final class CloudFixture implements AutoCloseable {
  /** Signs without looking at this machine's credentials. */
  static {
    System.setProperty("aws.accessKeyId", "AKIDEXAMPLE");
    System.setProperty("aws.secretAccessKey", "topsecret");
  }

  /** The body of the method. */
  @FunctionalInterface
  interface Method {
    void handle(Exchange exchange, LambdaBackend lambda, AwsBackend aws);
  }

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final GatewayServer server;

  CloudFixture(
      Map<String, String> settings,
      Map<String, FunctionInvoker> functions,
      ApiInfo info,
      String resourcePath,
      Method method) {
    this(settings, functions, info, MethodInfo.of("ANY", resourcePath), method);
  }

  CloudFixture(
      Map<String, String> settings,
      Map<String, FunctionInvoker> functions,
      ApiInfo info,
      MethodInfo methodInfo,
      Method method) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("server.port", "0");
    all.put("server.host", "127.0.0.1");
    Config config = Config.just(ConfigSources.create(all));
    Services services = Services.open(config, functions);
    Stage stage = new Stage(services, info);
    LambdaBackend lambda = stage.lambda();
    AwsBackend aws = stage.aws();
    Handler handler = new Handler(methodInfo, exchange -> method.handle(exchange, lambda, aws));
    server =
        GatewayServer.start(
            GatewaySettings.of(config), services, List.of(new Api(stage.info(), handler)));
  }

  /** A gateway whose AWS services are all at {@code url}. */
  static CloudFixture at(String url, ApiInfo info, Method method) {
    return new CloudFixture(
        Map.of("gateway.aws.endpoint-url", url), Map.of(), info, "/{proxy+}", method);
  }

  int port() {
    return server.port();
  }

  HttpResponse<byte[]> send(String verb, String path, byte[] body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .timeout(Duration.ofSeconds(20))
            .method(verb, BodyPublishers.ofByteArray(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  HttpResponse<byte[]> get(String path, String... headers) {
    return send("GET", path, new byte[0], headers);
  }

  static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  /** "status body" in one line. */
  static String line(HttpResponse<byte[]> response) {
    return response.statusCode() + " " + text(response);
  }

  /** Answers as an integration without response templates does. */
  static void pass(Exchange exchange, IntegrationResponse response) {
    MethodAnswer answer = exchange.answer(response.status());
    answer.passBody(response);
    answer.send();
  }

  @Override
  public void close() {
    server.stop();
    client.close();
  }

  private record Api(ApiInfo info, Handler handler) implements GatewayApi {
    @Override
    public MethodHandler route(Route route) {
      return handler;
    }
  }

  private record Handler(MethodInfo info, Consumer<Exchange> steps) implements MethodHandler {
    @Override
    public void handle(Exchange exchange) {
      steps.accept(exchange);
    }
  }
}
