package io.gatemason.benchmarks.gateway;

import io.gatemason.benchmarks.generation.GeneratedService;
import io.gatemason.benchmarks.process.ChildJvm;
import io.gatemason.benchmarks.process.ServerUnderTest;
import io.gatemason.benchmarks.table.Run;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Starts the processes of the load comparisons. */
final class Gateways {
  private final Run run;
  private final Path folder;

  /** Starts processes whose files and logs go to the work folder of a row. */
  Gateways(Run run, String row) {
    this.run = run;
    this.folder = run.work().resolve(row);
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
    return ServerUnderTest.start(
        folder.resolve("gateway/classes") + File.pathSeparator + ChildJvm.ownClassPath(),
        port ->
            Stream.concat(
                    Stream.of(properties),
                    Stream.of(
                        "-Dserver.host=127.0.0.1",
                        "-Dserver.port=" + port,
                        GeneratedService.BASE_PACKAGE + ".Gateway"))
                .toList(),
        folder.resolve("gateway.log"));
  }

  /** Starts a server of this module; its first argument is the port. */
  ServerUnderTest own(String name, Class<?> main, String... arguments)
      throws IOException, TimeoutException {
    return ServerUnderTest.start(
        ChildJvm.ownClassPath(),
        port ->
            Stream.concat(Stream.of(main.getName(), String.valueOf(port)), Stream.of(arguments))
                .toList(),
        folder.resolve(name + ".log"));
  }

  /** Starts Spring Cloud Gateway with a configuration. */
  ServerUnderTest springCloudGateway(Path configuration) throws IOException, TimeoutException {
    Path home = run.springCloudGateway();
    return ServerUnderTest.start(
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
