package io.gatemason.runtime.server.setting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SettingNamesTest {
  private static final Path PAGE = Path.of("../docs/settings.md");
  private static final Path SOURCES = Path.of("src/main/java");

  @Test
  void namesOfSettingsAreNoProblem() {
    Map<String, String> settings =
        Map.of(
            "server.port", "0",
            "gateway.limits.payload-bytes", "1",
            "gateway.domains.api.example.com.tls.trust-store", "a.pem",
            "gateway.apis.pets.stages.dev.variables.host", "a",
            "gateway.apis.my~1api.variables.1", "a",
            "gateway.aws.endpoint-urls.sqs", "http://127.0.0.1",
            "gateway.vpc-links.link.targets.0", "http://127.0.0.1",
            "gateway.lambda.functions.orders.command.0", "./bootstrap",
            "gateway.lambda.functions.stock.command", "./bootstrap",
            "gateway.lambda.functions.stock.environment.TABLE", "t");
    assertEquals(List.of(), unknown(settings));
    assertEquals(List.of(), unknown(Map.of()));
  }

  @Test
  void otherNamesAreToldWithThoseThatThereAre() {
    assertEquals(
        List.of(
            "gateway.apis.pets.stages.dev.variable.host is no setting and has no effect; below"
                + " gateway.apis.pets.stages.dev there are cache, canary,"
                + " client-certificate, method-settings, tracing-enabled, variables"),
        unknown(Map.of("gateway.apis.pets.stages.dev.variable.host", "a")));
    assertEquals(
        List.of(
            "gateway.backend.max-connections is no setting and has no effect; below gateway.backend"
                + " there are max-connections-per-host, max-idle-connections, stream-idle-timeout,"
                + " tls",
            "gateway.lambda.functions.orders is no setting and has no effect; below"
                + " gateway.lambda.functions there are names of your own",
            "gateway.portt is no setting and has no effect; below gateway there are account-id,"
                + " api-keys, apis, authorizers, aws, backend, cache, development, domains, iam,"
                + " lambda, limits, listener, listeners, logs, management, otlp, shutdown, store,"
                + " throttle, tokens, tracing, trusted-proxies, usage-plans, vpc-links, websocket"),
        unknown(
            Map.of(
                "gateway.portt", "1",
                "gateway.backend.max-connections", "5",
                "gateway.lambda.functions.orders", "x")));
  }

  @Test
  void thePageDescribesEachSettingAndNoOther() throws IOException {
    Set<String> described =
        Pattern.compile("(?m)^\\| `(gateway\\.[^`]+)`")
            .matcher(Files.readString(PAGE))
            .results()
            .map(row -> row.group(1).replaceAll("<[a-zA-Z-]+>", "*"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(new TreeSet<>(SettingNames.ALL), described);
  }

  @Test
  void everyNameStandsInTheCodeThatReadsIt() throws IOException {
    String code;
    try (Stream<Path> files = Files.walk(SOURCES)) {
      code =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.endsWith("SettingNames.java"))
              .map(SettingNamesTest::text)
              .collect(Collectors.joining());
    }
    for (String name : SettingNames.ALL) {
      String literal = name.replaceFirst("\\.\\*$", "");
      String word = literal.substring(literal.lastIndexOf('.') + 1);
      assertTrue(code.contains(word + "\""), name);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<String> unknown(Map<String, String> settings) {
    return SettingNames.unknown(
        settings.isEmpty() ? Config.empty() : Config.just(ConfigSources.create(settings)));
  }
}
