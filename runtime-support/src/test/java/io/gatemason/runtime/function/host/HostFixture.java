package io.gatemason.runtime.function.host;

import io.gatemason.runtime.exchange.Limits;
import io.gatemason.runtime.function.FunctionCall;
import io.gatemason.runtime.function.FunctionResult;
import io.gatemason.runtime.function.LambdaFunction;
import io.gatemason.runtime.integration.RecordedLog;
import io.gatemason.runtime.payload.Payload;
import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A host whose only function is {@link JavaRuntime}, and what it writes to the log. */
final class HostFixture implements AutoCloseable {
  static final String SETTING = "gateway.lambda.functions.orders.";

  private final RecordedLog log = new RecordedLog(HostFixture.class.getPackageName());
  private final List<Socket> held = new ArrayList<>();
  private final ServerSocket meetingPoint;
  private final FunctionHost host;

  HostFixture(Map<String, String> settings) throws IOException {
    meetingPoint = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    meetingPoint.setSoTimeout(30_000);
    host = FunctionHost.open(config(settings), List.of(), "eu-west-1", false, () -> "");
  }

  /** A host with these settings of its function, beside the command. */
  static HostFixture with(String... namesAndValues) throws IOException {
    Map<String, String> settings = new TreeMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      settings.put(SETTING + namesAndValues[i], namesAndValues[i + 1]);
    }
    return of(settings, command());
  }

  /** A host whose function initialises in a special way. */
  static HostFixture starting(String init) throws IOException {
    List<String> command = new ArrayList<>(command());
    command.add(init);
    return of(Map.of(), command);
  }

  private static HostFixture of(Map<String, String> settings, List<String> command)
      throws IOException {
    Map<String, String> all = new TreeMap<>(settings);
    all.put(SETTING + "command", String.join(" ", command));
    return new HostFixture(all);
  }

  static List<String> command() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-cp",
        Path.of("target/test-classes").toAbsolutePath().toString(),
        JavaRuntime.class.getName());
  }

  static Config config(Map<String, String> settings) {
    return Config.just(ConfigSources.create(settings));
  }

  static FunctionCall call(String event, boolean async) {
    return new FunctionCall(
        LambdaFunction.of("arn:aws:lambda:eu-west-1:123456789012:function:orders:live"),
        Payload.of(event.getBytes(StandardCharsets.UTF_8)),
        async,
        UUID.randomUUID().toString(),
        "api1",
        "000000000000",
        "Root=1-2-3",
        Limits.DEFAULT.payloadBytes(),
        "",
        null,
        headers -> {});
  }

  FunctionResult invoke(FunctionCall call) {
    return host.functions().get("orders").invoke(call);
  }

  /** What comes of an event, with "error " before it if the function failed. */
  String invoke(String event) {
    FunctionResult result = invoke(call("\"" + event + "\"", false));
    String text = new String(result.payload().bytes(), StandardCharsets.UTF_8);
    return (result.failed() ? "error " : "") + text.replace("\"", "");
  }

  CompletableFuture<String> start(String event) {
    return CompletableFuture.supplyAsync(
        () -> invoke(event), Executors.newVirtualThreadPerTaskExecutor());
  }

  static String await(CompletableFuture<String> started)
      throws InterruptedException, ExecutionException, TimeoutException {
    return started.get(30, TimeUnit.SECONDS);
  }

  /** The event with which a function holds on until it is released. */
  String hold() {
    return "hold " + meetingPoint.getLocalPort();
  }

  int port() {
    return meetingPoint.getLocalPort();
  }

  /** Waits for a process that holds on. */
  void awaitHeld() throws IOException {
    held.add(meetingPoint.accept());
  }

  /** Lets all go on that hold. */
  void release() throws IOException {
    for (Socket each : held) {
      each.getOutputStream().write(1);
    }
  }

  /** Waits for a line of the log that contains {@code part}. */
  String awaitLog(String part) throws InterruptedException {
    return log.await(part);
  }

  /** Ends the host before its time. */
  void stop() {
    host.close();
  }

  @Override
  public void close() throws IOException {
    host.close();
    log.close();
    for (Socket each : held) {
      each.close();
    }
    meetingPoint.close();
  }
}
