package io.gatemason.counterparts;

import io.gatemason.runtime.auth.AuthServices;
import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.exchange.MethodHandler;
import io.gatemason.runtime.exchange.MethodInfo;
import io.gatemason.runtime.exchange.Route;
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
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A gateway whose one method answers 200 to whom a guard lets pass. */
final class GuardedGateway implements AutoCloseable {
  private final HttpClient client = HttpClient.newHttpClient();
  private final GatewayServer server;

  GuardedGateway(Map<String, String> settings, Function<AuthServices, Consumer<Exchange>> guard) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("server.port", "0");
    all.put("server.host", "127.0.0.1");
    Config config = Config.just(ConfigSources.create(all));
    Services services = Services.open(config);
    ApiInfo info = ApiInfo.builder("guarded", "").build();
    Consumer<Exchange> authorizer = guard.apply(new Stage(services, info).auth());
    server =
        GatewayServer.start(
            GatewaySettings.of(config), services, List.of(new Api(info, new Method(authorizer))));
  }

  /** The status of an answer to a request with this value of Authorization. */
  int status(String authorization) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/"))
            .timeout(Duration.ofSeconds(20))
            .header("Authorization", authorization)
            .build();
    return client.send(request, BodyHandlers.discarding()).statusCode();
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

  private record Method(Consumer<Exchange> guard) implements MethodHandler {
    @Override
    public MethodInfo info() {
      return MethodInfo.of("GET", "/");
    }

    @Override
    public void handle(Exchange exchange) {
      guard.accept(exchange);
      exchange.answer(200).send();
    }
  }
}
