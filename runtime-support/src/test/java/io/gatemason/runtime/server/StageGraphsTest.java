package io.gatemason.runtime.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatemason.runtime.domain.DomainTable;
import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.observe.Observation;
import io.gatemason.runtime.service.Services;
import io.gatemason.runtime.service.Stage;
import io.helidon.config.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
