package io.gatemason.runtime.server;

import io.gatemason.runtime.cache.CacheKey;
import io.gatemason.runtime.cache.ResponseCache;
import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.MethodInfo;
import io.gatemason.runtime.service.Services;
import io.gatemason.runtime.service.Stage;
import io.gatemason.runtime.stage.MethodSettings;
import io.gatemason.runtime.stage.StageSettings;
import io.gatemason.runtime.throttle.ApiKey;
import io.gatemason.runtime.throttle.ApiKeys;
import io.gatemason.runtime.throttle.QuotaPeriod;
import io.gatemason.runtime.throttle.Throttle;
import io.gatemason.runtime.throttle.UsagePlan;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * A gateway in a process of its own, with an API {@code shop} in stage {@code dev}: {@code GET
 * /limited} and {@code GET /counted} need a key, {@code GET /cached} is cached.
 */
final class GatewayProcess implements AutoCloseable {
  /** The key of the plan with a throttle. */
  static final String FAST = "fast-fast-fast-fast-fast";

  /** The key of the plan with a quota. */
  static final String COUNTED = "counted-counted-counted";

  /** Requests per second, and as many at once, of the plan with a throttle. */
  static final int RATE = 200;

  static final int BURST = 100;

  /** Requests of the plan with a quota. */
  static final int QUOTA = 500;

  private static final String PORT = "port ";

  private final Process process;
  private final int port;
  private final int managementPort;

  private GatewayProcess(Process process, int port, int managementPort) {
    this.process = process;
    this.port = port;
    this.managementPort = managementPort;
  }

  /** The port of the API. */
  int port() {
    return port;
  }

  /** The port of the management listener. */
  int managementPort() {
    return managementPort;
  }

  /**
   * Starts one; it is ready when this returns.
   *
   * @param options of the JVM, settings among them
   */
  static GatewayProcess start(Path log, String... options) throws IOException {
    return start(GatewayProcess.class, log, options);
  }

  /** As above, with the gateway that {@code main} starts, which then tells its port. */
  static GatewayProcess start(Class<?> main, Path log, String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dserver.port=0"));
    int managementPort = freePort();
    command.add("-Dgateway.management.port=" + managementPort);
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    Process process =
        new ProcessBuilder(command).redirectError(Redirect.appendTo(log.toFile())).start();
    BufferedReader output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith(PORT)) {
        int port = Integer.parseInt(line.substring(PORT.length()));
        return new GatewayProcess(process, port, managementPort);
      }
    }
    throw new IOException("the process did not start, see " + log);
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What runs in the process. */
  public static void main(String[] args) {
    GatewaySettings settings = GatewaySettings.load();
    Services services = Services.open(settings.config(), Map.of(), List.of(), plans(), keys());
    GatewayServer server = GatewayServer.start(settings, services, each -> List.of(api(each)));
    tellPort(server);
  }

  /** Says to the process that has started this one where the gateway listens. */
  static void tellPort(GatewayServer server) {
    System.out.println(PORT + server.port());
  }

  private static List<UsagePlan> plans() {
    return List.of(
        UsagePlan.of("Fast", "fast").stage("shop", "dev").throttle(RATE, BURST),
        UsagePlan.of("Counted", "counted").stage("shop", "dev").quota(QUOTA, 0, QuotaPeriod.MONTH));
  }

  private static List<ApiKey> keys() {
    return List.of(
        ApiKey.of("FastKey", "fast").value(FAST).enabled().plan("Fast"),
        ApiKey.of("CountedKey", "counted").value(COUNTED).enabled().plan("Counted"));
  }

  private static GatewayApi api(Services services) {
    Stage stage =
        new Stage(
            services,
            ApiInfo.builder("shop", "dev")
                .settings(
                    StageSettings.NONE
                        .cache(1 << 24)
                        .methods("GET", "/cached", MethodSettings.NONE.caching(true)))
                .build());
    AtomicInteger calls = new AtomicInteger();
    Supplier<String> body = () -> ProcessHandle.current().pid() + "-" + calls.incrementAndGet();
    ApiKeys apiKeys = stage.apiKeys();
    TestApi api = new TestApi(stage.info());
    for (String name : List.of("limited", "counted")) {
      Throttle throttle = stage.throttle(MethodInfo.of("GET", "/" + name));
      api.method(
          "GET",
          "/" + name,
          exchange -> {
            apiKeys.require(exchange);
            throttle.acquire(exchange);
            exchange.answer(200).body("text/plain", body.get()).send();
          });
    }
    ResponseCache cache = stage.cache(MethodInfo.of("GET", "/cached"));
    return api.method(
        "GET",
        "/cached",
        exchange -> {
          if (!cache.answers(exchange, CacheKey.of("/cached", "GET"))) {
            exchange.answer(200).body("text/plain", body.get()).send();
          }
        });
  }
}
