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

  /** Generates, compiles and starts the gateway of a document. */
  ServerUnderTest generated(String document) throws IOException, TimeoutException {
    return generated(document, Map.of());
  }

  /** As above, with functions mapped to handlers of this module. */
  ServerUnderTest generated(String document, Map<String, String> functions)
      throws IOException, TimeoutException {
    GeneratedService service = GeneratedService.of(folder.resolve("gateway"), "orders", document);
    service.generate(functions);
    service.compile();
    return ServerUnderTest.start(
        service.classes() + File.pathSeparator + ChildJvm.ownClassPath(),
        port ->
            List.of(
                "-Dserver.host=127.0.0.1",
                "-Dserver.port=" + port,
                GeneratedService.BASE_PACKAGE + ".Gateway"),
        folder.resolve("gateway.log"));
  }

  /** Starts a server of this module; its first argument is the port. */
  ServerUnderTest own(String name, Class<?> main, String... arguments)
      throws IOException, TimeoutException {
    return ServerUnderTest.start(
        ChildJvm.ownClassPath(),
        port ->
            java.util.stream.Stream.concat(
                    java.util.stream.Stream.of(main.getName(), String.valueOf(port)),
                    java.util.stream.Stream.of(arguments))
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
