package io.gatemason.runtime.websocket;

import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.exchange.MethodHandler;
import io.gatemason.runtime.exchange.MethodInfo;
import io.gatemason.runtime.exchange.Route;
import io.gatemason.runtime.server.GatewayApi;
import io.gatemason.runtime.server.GatewayServer;
import io.gatemason.runtime.server.GatewaySettings;
import io.gatemason.runtime.service.Services;
import io.gatemason.runtime.service.Stage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A gateway in a process of its own, with a WebSocket API {@code chat} in stage {@code dev}: its
 * messages are answered with the id of their connection, its ends are told to the test.
 */
final class SocketProcess implements AutoCloseable {
  private static final String PORT = "port ";
  private static final String END = "end ";

  private static final String HEAP = "heap ";

  private final Process process;
  private final int port;
  private final BlockingQueue<Long> heap;

  private SocketProcess(Process process, int port, BlockingQueue<Long> heap) {
    this.process = process;
    this.port = port;
    this.heap = heap;
  }

  int port() {
    return port;
  }

  /**
   * Starts one; it is ready when this returns.
   *
   * @param ends gets what {@code $disconnect} is told: id, code, what the authorizer said
   * @param options of the JVM, settings among them
   */
  static SocketProcess start(Path log, BlockingQueue<String> ends, String... options)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dserver.port=0"));
    command.addAll(List.of(options));
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), SocketProcess.class.getName()));
    Process process =
        new ProcessBuilder(command).redirectError(Redirect.appendTo(log.toFile())).start();
    BufferedReader output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith(PORT)) {
        BlockingQueue<Long> heap = new LinkedBlockingQueue<>();
        Thread.ofVirtual().start(() -> collect(output, ends, heap));
        return new SocketProcess(process, Integer.parseInt(line.substring(PORT.length())), heap);
      }
    }
    throw new IOException("the process did not start, see " + log);
  }

  private static void collect(
      BufferedReader output, BlockingQueue<String> ends, BlockingQueue<Long> heap) {
    try (output) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        if (line.startsWith(END)) {
          ends.add(line.substring(END.length()));
        } else if (line.startsWith(HEAP)) {
          heap.add(Long.valueOf(line.substring(HEAP.length())));
        }
      }
    } catch (IOException e) {
      heap.clear(); // The process was ended while it was listened to.
    }
  }

  /** What is left in its heap when all garbage is collected, in bytes. */
  long heap() throws IOException, InterruptedException {
    process.outputWriter().write("heap\n");
    process.outputWriter().flush();
    Long used = heap.poll(60, TimeUnit.SECONDS);
    if (used == null) {
      throw new IOException("the process does not say how large its heap is");
    }
    return used;
  }

  /** Sends a signal, such as {@code STOP}. */
  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What runs in the process. */
  public static void main(String[] args) throws IOException {
    GatewaySettings settings = GatewaySettings.load();
    Services services = Services.open(settings.config());
    GatewayServer server = GatewayServer.start(settings, services, all -> List.of(new Api(all)));
    System.out.println(PORT + server.port());
    while (System.in.read() >= 0) {
      if (System.in.available() == 0) {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.println(HEAP + (runtime.totalMemory() - runtime.freeMemory()));
      }
    }
  }

  /** The API of the process. */
  static final class Api implements GatewayApi {
    private final Stage stage;
    private final WebSockets sockets;

    Api(Services services) {
      stage = new Stage(services, ApiInfo.of("chat", "dev"));
      sockets = stage.webSockets(new Routes());
    }

    @Override
    public ApiInfo info() {
      return stage.info();
    }

    @Override
    public @Nullable MethodHandler route(Route route) {
      return sockets.handler(route);
    }

    @Override
    public WebSockets webSockets() {
      return sockets;
    }
  }

  private static final class Routes implements MessageRoutes {
    @Override
    public MethodHandler connect() {
      return handler("$connect", Routes::connected);
    }

    @Override
    public MethodHandler disconnect() {
      return handler("$disconnect", Routes::ended);
    }

    @Override
    public MethodHandler fallback() {
      return handler("$default", Routes::told);
    }

    @Override
    public @Nullable MethodHandler select(JsonMessage message) {
      return null;
    }

    private static void connected(Exchange exchange) {
      exchange.context().authorizer(Map.of("principalId", "eve", "level", 7));
      SocketService.answer(exchange, "");
    }

    private static void told(Exchange exchange) {
      SocketService.answer(exchange, exchange.context().text(ContextVariable.CONNECTION_ID, ""));
    }

    private static void ended(Exchange exchange) {
      System.out.printf(
          "%s%s %s %s%n",
          END,
          exchange.context().text(ContextVariable.CONNECTION_ID, ""),
          exchange.context().text(ContextVariable.DISCONNECT_STATUS_CODE, ""),
          exchange.context().authorizer());
    }

    private static MethodHandler handler(String key, Consumer<Exchange> steps) {
      MethodInfo info = MethodInfo.ofMessages(key).twoWay();
      return new MethodHandler() {
        @Override
        public MethodInfo info() {
          return info;
        }

        @Override
        public void handle(Exchange exchange) {
          steps.accept(exchange);
        }
      };
    }
  }
}
