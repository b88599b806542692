package io.gatemason.benchmarks.gateway;

import io.gatemason.benchmarks.process.ServerUnderTest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/**
 * A generated service of a {@link FeatureRow}.
 *
 * @param document the document, or a template, for the port of the backend
 * @param functions handlers of this module by the names of their functions
 * @param properties system properties of its process, for the port of the backend
 */
record FeatureService(
    IntFunction<String> document,
    Map<String, String> functions,
    IntFunction<List<String>> properties) {

  static FeatureService of(String document) {
    return new FeatureService(backend -> document, Map.of(), backend -> List.of());
  }

  static FeatureService inFrontOf(IntFunction<String> document) {
    return new FeatureService(document, Map.of(), backend -> List.of());
  }

  /** The same with system properties of its process. */
  FeatureService with(String... more) {
    return new FeatureService(document, functions, backend -> List.of(more));
  }

  ServerUnderTest start(Gateways gateways, int backendPort) throws IOException, TimeoutException {
    gateways.build(document.apply(backendPort), functions);
    return gateways.started(properties.apply(backendPort).toArray(String[]::new));
  }
}
