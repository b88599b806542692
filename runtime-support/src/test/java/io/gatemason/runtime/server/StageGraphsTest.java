package io.gatemason.runtime.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.domain.DomainTable;
import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.integration.RecordedLog;
import io.gatemason.runtime.observe.Observation;
import io.gatemason.runtime.service.Services;
import io.gatemason.runtime.service.Stage;
import io.helidon.config.Config;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StageGraphsTest {
  @TempDir Path folder;

  @Test
  void takesOverChangedStagesAndKeepsTheOldOnesIfTheChangeIsBroken() throws IOException {
    Path file = folder.resolve("application.yaml");
    Files.writeString(file, variable("blue"));
    GatewaySettings settings = GatewaySettings.load(file);
    try (Services services = Services.open(settings.config());
        StageGraphs graphs =
            StageGraphs.of(
                settings,
                Observation.open(Config.empty()),
                services,
                shared -> List.of(new TestApi(new Stage(shared, ApiInfo.of("api", "dev")).info())),
                DomainTable.of(List.of()))) {
      assertEquals("blue", colour(graphs));
      Files.writeString(file, variable("green"));
      graphs.reload();
      assertEquals("green", colour(graphs));
      Files.writeString(file, "gateway: [unclosed");
      graphs.reload();
      assertEquals("green", colour(graphs));
      Files.writeString(
          file,
          variable("red") + "          method-settings: {nonsense: {caching-enabled: true}}\n");
      graphs.reload();
      assertEquals("green", colour(graphs));
    }
  }

  @Test
  void saysWhatHasNoEffect() throws Exception {
    try (RecordedLog log = new RecordedLog("io.gatemason.runtime.server");
        Service service = new Service(variable("blue"))) {
      service.write(
          variable("green")
              + """
                        canary: {percent-trafic: 100}
                        cache: {size-bytes: 1000}
                        method-settings:
                          pets/GET: {caching-enabled: true, throttling-rate-limit: 5}
                          cats/GET: {logging-level: INFO}
                          '*/*': {metrics-enabled: true}
              """);
      service.graphs.reload();
      assertEquals("green", colour(service.graphs));
      String said = log.text();
      String stage = "gateway.apis.api.stages.dev.";
      assertTrue(said.contains(stage + "canary.percent-trafic is no setting"), said);
      assertTrue(said.contains(stage + "cache has no effect: no method was built"), said);
      assertTrue(said.contains(stage + "method-settings.pets/GET: caching has no effect"), said);
      assertTrue(said.contains(stage + "method-settings.pets/GET: the limit has no effect"), said);
      assertTrue(said.contains(stage + "method-settings.cats/GET has no effect"), said);
      assertFalse(said.contains("method-settings.*/*"), said);
    }
  }

  @Test
  void keepsTheOldStagesWhateverFails() throws Exception {
    try (RecordedLog log = new RecordedLog("io.gatemason.runtime.server");
        Service service = new Service(variable("blue"))) {
      service.failure.set(new UncheckedIOException(new IOException("no trust store")));
      service.write(variable("green"));
      service.graphs.reload();
      assertEquals("blue", colour(service.graphs));
      log.await("no trust store");
      service.failure.set(null);
      service.graphs.reload();
      assertEquals("green", colour(service.graphs));
    }
  }

  /** One stage with a method that has neither throttle nor cache. */
  private final class Service implements AutoCloseable {
    final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    final StageGraphs graphs;
    private final Path file = folder.resolve("application.yaml");
    private final Services services;

    Service(String settings) throws IOException {
      write(settings);
      GatewaySettings loaded = GatewaySettings.load(file);
      services = Services.open(loaded.config());
      Observation observation = Observation.open(Config.empty());
      DomainTable domains = DomainTable.of(List.of());
      graphs = StageGraphs.of(loaded, observation, services, this::stages, domains);
      // Only what a test asks for is read again.
      graphs.close();
    }

    void write(String settings) throws IOException {
      Files.writeString(file, settings);
    }

    private List<GatewayApi> stages(Services shared) {
      RuntimeException thrown = failure.get();
      if (thrown != null) {
        throw thrown;
      }
      ApiInfo info = new Stage(shared, ApiInfo.of("api", "dev")).info();
      return List.of(new TestApi(info).method("GET", "/pets", exchange -> {}));
    }

    @Override
    public void close() {
      services.close();
    }
  }

  private static String variable(String colour) {
    return """
    gateway:
      apis:
        api:
          stages:
            dev:
              variables: {colour: %s}
    """
        .formatted(colour)
        .replace("              variables", "          variables");
  }

  private static String colour(StageGraphs graphs) {
    return graphs.get().stages().getFirst().info().stageVariables().get("colour");
  }
}
