package io.gatemason.benchmarks.route;

import io.gatemason.benchmarks.generation.GeneratedService;
import io.gatemason.benchmarks.table.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Generates and compiles APIs with many routes. */
final class RouteSources {
  /** The class of the API. */
  static final String API_CLASS = GeneratedService.BASE_PACKAGE + ".many.ManyApi";

  private static final String MOCK =
      """
          VERB:
            responses: {'200': {description: done}}
            x-amazon-apigateway-integration:
              type: mock
              requestTemplates: {application/json: '{"statusCode": 200}'}
              responses: {default: {statusCode: '200'}}
      """;

  private static final String HTTP =
      """
          VERB:
            x-amazon-apigateway-integration:
              {type: http_proxy, httpMethod: ANY, uri: 'http://backend.test', payloadFormatVersion: '1.0'}
      """;

  private RouteSources() {}

  /**
   * Prepares an API per list of routes.
   *
   * @return the folder under which {@link #classes} finds the classes by the number of routes
   */
  static Path prepare(Run run, List<List<RestShape.RestRoute>> apis, String kind)
      throws IOException {
    Path folder = run.work().resolve("routes-" + kind);
    for (List<RestShape.RestRoute> routes : apis) {
      GeneratedService service =
          GeneratedService.of(
              folder.resolve(String.valueOf(routes.size())), "many", document(routes, kind));
      service.generate();
      service.compile();
    }
    return folder;
  }

  /** The folder with the classes of the API with so many routes. */
  static Path classes(Path folder, int size) {
    return folder.resolve(String.valueOf(size)).resolve("classes");
  }

  private static String document(List<RestShape.RestRoute> routes, String kind) {
    String integration = kind.equals("http") ? HTTP : MOCK;
    Map<String, StringBuilder> verbsByPath = new LinkedHashMap<>();
    for (RestShape.RestRoute route : routes) {
      verbsByPath
          .computeIfAbsent(route.path(), path -> new StringBuilder(parameters(path)))
          .append(integration.replace("VERB", route.verb().toLowerCase(Locale.ROOT)));
    }
    StringBuilder text = new StringBuilder("openapi: 3.0.1\ninfo: {title: Many, version: '1'}\n");
    text.append(kind.equals("http") ? "x-amazon-apigateway-importexport-version: '1.0'\n" : "");
    text.append("paths:\n");
    verbsByPath.forEach(
        (path, verbs) -> text.append("  ").append(path).append(":\n").append(verbs));
    return text.toString();
  }

  private static String parameters(String path) {
    StringBuilder text = new StringBuilder();
    for (String segment : path.split("/", -1)) {
      if (segment.startsWith("{")) {
        text.append(text.isEmpty() ? "    parameters:\n" : "")
            .append("      - {name: ")
            .append(segment, 1, segment.length() - 1)
            .append(", in: path, required: true, schema: {type: string}}\n");
      }
    }
    return text.toString();
  }
}
