package io.gatemason.benchmarks.gateway;

import io.gatemason.benchmarks.generation.GeneratedService;
import io.gatemason.benchmarks.load.Answer;
import io.gatemason.benchmarks.load.Duel;
import io.gatemason.benchmarks.load.LoadProcess;
import io.gatemason.benchmarks.peer.BareHandler;
import io.gatemason.benchmarks.peer.BareProxy;
import io.gatemason.benchmarks.process.ChildJvm;
import io.gatemason.benchmarks.process.Processors;
import io.gatemason.benchmarks.process.ServerUnderTest;
import io.gatemason.benchmarks.table.Run;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Starts the processes of the load comparisons. */
final class Gateways {
  /** What every server adds by itself. */
  private static final Set<String> OF_THE_SERVER =
      Set.of("date", "connection", "content-length", "transfer-encoding");

  private final Run run;
  private final Path folder;
  private final boolean apart;

  private Gateways(Run run, String row, boolean apart) {
    this.run = run;
    this.folder = run.work().resolve(row);
    this.apart = apart;
  }

  /** Starts processes whose files and logs go to the work folder of a row. */
  static Gateways of(Run run, String row) {
    return new Gateways(run, row, false);
  }

  /** The same, each gateway alone on the first processor, load and backends on the others. */
  static Gateways apart(Run run, String row) {
    return new Gateways(run, row, true);
  }

  /** Apart where the machine can do it, for rows that compare processor time. */
  static Gateways byProcessorTime(Run run, String row) {
    return new Gateways(run, row, Processors.canBeSplit());
  }

  /** The folder of the row. */
  Path folder() {
    return folder;
  }

  /** Generates, compiles and starts the gateway of a document, with system properties. */
  ServerUnderTest generated(String document, String... properties)
      throws IOException, TimeoutException {
    build(document);
    return started(properties);
  }

  /** Generates and compiles the gateway of a document. */
  void build(String document) throws IOException {
    build(document, Map.of());
  }

  /** As above, with functions mapped to handlers of this module. */
  void build(String document, Map<String, String> functions) throws IOException {
    GeneratedService service = GeneratedService.of(folder.resolve("gateway"), "orders", document);
    service.generate(functions);
    service.compile();
  }

  /** Starts the gateway that has been built, with system properties. */
  ServerUnderTest started(String... properties) throws IOException, TimeoutException {
    return started(port -> "-Dserver.port=" + port, properties);
  }

  /** The same, for clients over TLS with the certificate of a key store. */
  ServerUnderTest startedWithTls(Path keys) throws IOException, TimeoutException {
    return started(
        port -> "-Dgateway.listener.tls-port=" + port,
        "-Dserver.port=0",
        "-Dgateway.domains.localhost.tls.key-store.path=" + keys,
        "-Dgateway.domains.localhost.tls.key-store.password=" + BareProxy.PASSWORD);
  }

  private ServerUnderTest started(IntFunction<String> port, String... properties)
      throws IOException, TimeoutException {
    return ServerUnderTest.start(
        forGateways(),
        folder.resolve("gateway/classes") + File.pathSeparator + ChildJvm.ownClassPath(),
        number ->
            Stream.concat(
                    Stream.of(properties),
                    Stream.of(
                        "-Dserver.host=127.0.0.1",
                        port.apply(number),
                        GeneratedService.BASE_PACKAGE + ".Gateway"))
                .toList(),
        folder.resolve("gateway.log"));
  }

  /** Starts a gateway of this module; its first argument is the port. */
  ServerUnderTest own(String name, Class<?> main, String... arguments)
      throws IOException, TimeoutException {
    return own(forGateways(), name, main, arguments);
  }

  /** Starts a gateway that is another program; the command gets the port. */
  ServerUnderTest program(String name, ServerUnderTest.Command command)
      throws IOException, TimeoutException {
    return ServerUnderTest.program(forGateways(), command, folder.resolve(name + ".log"));
  }

  /** Starts a bare handler that sends what a gateway has sent. */
  ServerUnderTest bareHandler(Answer answer) throws IOException, TimeoutException {
    Path headers = Files.writeString(folder.resolve("headers.txt"), lines(answer));
    Path body = Files.write(folder.resolve("body"), answer.body());
    return own("bare", BareHandler.class, headers.toString(), body.toString());
  }

  private static String lines(Answer answer) {
    return answer.headers().entrySet().stream()
        .filter(header -> !OF_THE_SERVER.contains(header.getKey()))
        .map(header -> header.getKey() + ": " + header.getValue())
        .collect(Collectors.joining("\n"));
  }

  /** Starts a backend of this module; its first argument is the port. */
  ServerUnderTest backend(Class<?> main, String... arguments) throws IOException, TimeoutException {
    return own(besideGateways(), "backend", main, arguments);
  }

  /** Prepares a duel of gateways that pass requests for so many routes on to a backend. */
  Duel ofProxies(LoadProcess load, int routes, int backendPort) throws IOException {
    return ofProxies(load, routes, backendPort, "");
  }

  /** As above, with something before the first path, as {@link LoadProcess#run} reads it. */
  Duel ofProxies(LoadProcess load, int routes, int backendPort, String before) throws IOException {
    List<String> requests = new ArrayList<>(OrdersDocuments.paths(routes));
    byte[] answered = Answer.of(backendPort, requests.get(0)).body();
    requests.set(0, before + requests.get(0));
    return new Duel(
        run,
        load,
        Files.write(folder.resolve("paths.txt"), requests),
        Files.write(folder.resolve("body"), answered));
  }

  /** Starts the load generator. */
  LoadProcess load() throws IOException {
    return LoadProcess.start(besideGateways(), folder.resolve("load.log"));
  }

  private Processors forGateways() {
    return apart ? Processors.FIRST : Processors.ALL;
  }

  private Processors besideGateways() {
    return apart ? Processors.OTHERS : Processors.ALL;
  }

  private ServerUnderTest own(
      Processors processors, String name, Class<?> main, String... arguments)
      throws IOException, TimeoutException {
    return ServerUnderTest.start(
        processors,
        ChildJvm.ownClassPath(),
        port ->
            Stream.concat(Stream.of(main.getName(), String.valueOf(port)), Stream.of(arguments))
                .toList(),
        folder.resolve(name + ".log"));
  }

  /** Starts Spring Cloud Gateway with so many routes to a backend. */
  ServerUnderTest springCloudGateway(int routes, int backendPort)
      throws IOException, TimeoutException {
    Path configuration = folder.resolve("application.yaml");
    Files.writeString(configuration, OrdersDocuments.springCloudGateway(routes, backendPort));
    Path home = run.springCloudGateway();
    return ServerUnderTest.start(
        forGateways(),
        home.resolve("classes") + File.pathSeparator + home.resolve("lib") + File.separator + "*",
        port ->
            List.of(
                "io.gatemason.benchmarks.springcloudgateway.SpringCloudGateway",
                "--server.address=127.0.0.1",
                "--server.port=" + port,
                "--spring.config.location=" + configuration.toUri()),
        folder.resolve("spring-cloud-gateway.log"));
  }
}
