package io.gatemason.runtime.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatemason.generator.GenerationRequest;
import io.gatemason.generator.GenerationResult;
import io.gatemason.generator.Generator;
import io.gatemason.generator.diagnostics.ApiCodes;
import io.gatemason.generator.diagnostics.Severity;
import io.gatemason.runtime.server.GatewayServer;
import io.gatemason.runtime.server.GatewaySettings;
import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A gateway generated from documents, compiled and started on a free port of this process. */
final class GeneratedService implements AutoCloseable {
  private final GatewayServer server;
  private final URLClassLoader classes;

  private GeneratedService(GatewayServer server, URLClassLoader classes) {
    this.server = server;
    this.classes = classes;
  }

  /** Generates, compiles and starts; fails if one of these does not work without complaint. */
  static GeneratedService start(
      GenerationRequest request, Path classFolder, Map<String, String> settings) throws Exception {
    GenerationResult result = Generator.generate(request);
    assertEquals(
        List.of(),
        result.diagnostics().stream()
            .filter(d -> d.severity() != Severity.NOTE)
            // Stage variables and code of functions are there when the service starts.
            .filter(d -> d.code() != ApiCodes.GM3704 && d.code() != ApiCodes.GM3705)
            .toList(),
        "diagnostics");
    return startGenerated(request, classFolder, settings);
  }

  /** Compiles and starts what was generated before. */
  static GeneratedService startGenerated(
      GenerationRequest request, Path classFolder, Map<String, String> settings) throws Exception {
    return startGenerated(request, request.output(), classFolder, settings);
  }

  /** As above, with a folder of further sources that generated code uses. */
  static GeneratedService startGenerated(
      GenerationRequest request, Path besides, Path classFolder, Map<String, String> settings)
      throws Exception {
    Map<String, String> all = new HashMap<>(settings);
    all.putIfAbsent("server.port", "0");
    return startGenerated(
        request, besides, classFolder, GatewaySettings.of(Config.just(ConfigSources.create(all))));
  }

  /** As above, with settings that may come from a file. */
  static GeneratedService startGenerated(
      GenerationRequest request, Path besides, Path classFolder, GatewaySettings settings)
      throws Exception {
    assertEquals(
        List.of(), JavaCompilation.compile(request.output(), besides, classFolder), "javac");
    URLClassLoader classes =
        new URLClassLoader(
            // The description of the APIs is a resource among the sources.
            new URL[] {classFolder.toUri().toURL(), request.output().toUri().toURL()},
            GeneratedService.class.getClassLoader());
    Object server =
        classes
            .loadClass(request.options().basePackage() + ".Gateway")
            .getMethod("start", GatewaySettings.class)
            .invoke(null, settings);
    return new GeneratedService((GatewayServer) server, classes);
  }

  /** The address of a path of the service. */
  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  /** The port it listens on. */
  int port() {
    return server.port();
  }

  /** The port of its management listener, which it has to have. */
  int managementPort() {
    return server.managementPort().orElseThrow();
  }

  /** The port of a listener with a name. */
  int port(String listener) {
    return server.port(listener);
  }

  @Override
  public void close() throws IOException {
    server.stop();
    classes.close();
  }
}
