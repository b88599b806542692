package io.gatemason.runtime.function.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.function.FunctionCall;
import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import io.helidon.config.spi.ConfigNode.ListNode;
import io.helidon.config.spi.ConfigNode.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionSettingsTest {
  private static final FunctionDefinition UNKNOWN = FunctionDefinition.unknown("orders");

  @TempDir private Path folder;

  @BeforeEach
  void installNode() throws IOException {
    program("bin/node");
    program("node_modules/.bin/aws-lambda-ric");
    Files.createDirectories(folder.resolve("code"));
  }

  private Path program(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n");
    assertTrue(file.toFile().setExecutable(true));
    return file.toRealPath();
  }

  private static Config config(Map<String, String> settings) {
    Map<String, String> all = new TreeMap<>();
    settings.forEach((name, value) -> all.put(HostFixture.SETTING + name, value));
    return HostFixture.config(all);
  }

  private FunctionSettings read(Map<String, String> settings, FunctionDefinition defined) {
    return FunctionSettings.read(
        config(settings).get("gateway.lambda.functions.orders"),
        defined,
        folder.resolve("bin").toString());
  }

  private FunctionDefinition node() {
    return FunctionDefinition.of(
            "orders", "nodejs22.x", "app.handler", folder.resolve("code").toString())
        .withTimeoutSeconds(7)
        .withMemoryMegabytes(512)
        .withEnvironment("TABLE", "defined")
        .withEnvironment("STAGE", "dev");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "runtime|provided.al2023|runtime: {folder}/code/bootstrap is not an executable file",
        "runtime|python3.12|runtime: \"python3\" is not on the PATH",
        "runtime|nodejs20.x|runtime: the runtime needs a handler",
        "runtime|java21|runtime: no command is known for the runtime \"java21\": set one",
        "command|missing x|command: \"missing\" is not on the PATH",
        "command|./missing|command: {folder}/code/missing is not an executable file",
        "command|' '|command: a program is needed",
        "handler|a.b|runtime: a runtime or a command is needed",
        "directory|/no/folder|directory: /no/folder is not a folder",
        "timeout-seconds|0|timeout-seconds: 0 is not between 1 and 900",
        "timeout-seconds|1s|timeout-seconds: \"1s\" is not a whole number",
        "memory-megabytes|64|memory-megabytes: 64 is not between 128 and 10240",
        "concurrency|-1|concurrency: -1 is not between 1 and 1000",
        "environment.A=B|x|environment: \"A=B\" cannot be an environment variable",
        "endpoint-url|http://x|endpoint-url: a function that runs here is not invoked over the"
            + " network"
      })
  void unusableSettingIsNamed(String name, String value, String message) {
    Map<String, String> settings = new TreeMap<>();
    settings.put("directory", folder.resolve("code").toString());
    if (!name.equals("runtime") && !name.equals("handler")) {
      settings.put("command", "node");
    }
    settings.put(name, value);
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> read(settings, UNKNOWN));
    assertEquals(
        HostFixture.SETTING + message.replace("{folder}", folder.toString()), refused.getMessage());
  }

  @Test
  void unknownSettingIsRefusedWithThoseThatThereAre() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> read(Map.of("command", "node", "timeout", "3"), UNKNOWN));
    assertEquals(
        "gateway.lambda.functions.orders.timeout: no such setting, there are [command,"
            + " concurrency, directory, environment, handler, memory-megabytes, runtime,"
            + " timeout-seconds]",
        refused.getMessage());
  }

  @Test
  void definitionRunsWithNodeAndTheNearestClient() throws IOException {
    FunctionSettings settings = read(Map.of(), node());
    assertEquals(
        List.of(
            folder.resolve("bin/node").toString(),
            folder.resolve("node_modules/.bin/aws-lambda-ric").toRealPath().toString(),
            "app.handler"),
        settings.command());
    assertEquals(folder.resolve("code"), settings.directory());
    assertEquals(Duration.ofSeconds(7), settings.timeout());
    assertEquals(512, settings.memoryMegabytes());
    assertEquals(10, settings.concurrency());
    assertEquals(Map.of("TABLE", "defined", "STAGE", "dev"), settings.environment());
  }

  @Test
  void saysWhichClientOfTheRuntimeIsMissing() throws IOException {
    Files.delete(folder.resolve("node_modules/.bin/aws-lambda-ric"));
    IllegalArgumentException thrown =
        assertThrows(IllegalArgumentException.class, () -> read(Map.of(), node()));
    assertTrue(
        thrown
            .getMessage()
            .endsWith(" or above: install the runtime's client there (npm install aws-lambda-ric)"),
        thrown.getMessage());
  }

  @Test
  void settingsComeBeforeTheDefinition() throws IOException {
    String bootstrap = program("other/bootstrap").toString();
    FunctionSettings settings =
        read(
            Map.of(
                "runtime", "provided.al2023",
                "directory", Path.of(bootstrap).getParent().toString(),
                "timeout-seconds", "9",
                "memory-megabytes", "256",
                "concurrency", "2",
                "environment.TABLE", "mine"),
            node());
    assertEquals(List.of(bootstrap), settings.command());
    assertEquals("app.handler", settings.handler());
    assertEquals(Duration.ofSeconds(9), settings.timeout());
    assertEquals(256, settings.memoryMegabytes());
    assertEquals(2, settings.concurrency());
    assertEquals(Map.of("TABLE", "mine", "STAGE", "dev"), settings.environment());
  }

  @Test
  void commandIsAListOrSplitAtBlanks() {
    String node = folder.resolve("bin/node").toString();
    Config list =
        Config.just(
            ConfigSources.create(
                ObjectNode.builder()
                    .addList(
                        "command",
                        ListNode.builder().addValue("node").addValue("a b").addValue("c").build())
                    .build()));
    assertEquals(
        List.of(node, "a b", "c"),
        FunctionSettings.read(list, UNKNOWN, folder.resolve("bin").toString()).command());
    assertEquals(List.of(node, "x", "y"), read(Map.of("command", " node  x y"), UNKNOWN).command());
  }

  @Test
  void definitionThatCannotRunHereFailsUnlessItMayRunElsewhere() {
    FunctionDefinition missing =
        FunctionDefinition.of("orders", "nodejs22.x", "app.handler", "no/such/folder");
    FunctionDefinition unnamed = FunctionDefinition.of("orders", "nodejs22.x", "app.handler", "");
    for (FunctionDefinition definition : List.of(missing, unnamed)) {
      try (FunctionHost host = open(Config.empty(), definition, false)) {
        assertEquals(MissingFunction.class, host.functions().get("orders").getClass());
      }
      Config remote = Config.just(ConfigSources.create(Map.of("gateway.lambda.remote", "true")));
      try (FunctionHost host = open(remote, definition, false)) {
        assertEquals(Map.of(), host.functions());
      }
      try (FunctionHost host = open(Config.empty(), definition, true)) {
        assertEquals(Map.of(), host.functions());
      }
    }
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> functions(Map.of("timeout-seconds", "5"), missing));
    assertTrue(String.valueOf(refused.getMessage()).contains("orders.directory: "));
  }

  @Test
  void codeOfATemplateRunsInAFolderOfItsOwnWhileTheHostRuns() throws Exception {
    FunctionDefinition inline =
        FunctionDefinition.of("orders", "nodejs22.x", "index.handler", "")
            .withInlineCode("exports.handler = 1");
    Config config = config(Map.of("command", String.join(" ", HostFixture.command())));
    Path code;
    try (FunctionHost host = open(config, inline, false)) {
      code = Path.of(invoke(host, "folder"));
      assertEquals("exports.handler = 1", Files.readString(code.resolve("index.js")));
      assertEquals(code.toString(), invoke(host, "env LAMBDA_TASK_ROOT"));
      assertTrue(
          invoke(host, "env NODE_PATH")
              .startsWith(Path.of("node_modules").toAbsolutePath().toString()));
    }
    assertFalse(Files.exists(code));
  }

  private static String invoke(FunctionHost host, String event) {
    FunctionCall call = HostFixture.call("\"" + event + "\"", false);
    byte[] result = host.functions().get("orders").invoke(call).payload().bytes();
    return new String(result, StandardCharsets.UTF_8).replace("\"", "");
  }

  @Test
  void functionOfUnknownOrOtherRuntimeFailsToo() {
    for (String runtime : List.of("", "java21", "go1.x")) {
      try (FunctionHost host =
          open(Config.empty(), FunctionDefinition.of("orders", runtime, "a.B", ""), false)) {
        assertEquals(MissingFunction.class, host.functions().get("orders").getClass(), runtime);
      }
    }
  }

  @Test
  void functionThatIsInvokedElsewhereDoesNotRunHere() {
    assertEquals(Set.of(), functions(Map.of("endpoint-url", "http://127.0.0.1:9"), node()));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    assertEquals(Set.of("orders"), functions(Map.of("command", java), node()));
  }

  private static Set<String> functions(
      Map<String, String> settings, FunctionDefinition definition) {
    try (FunctionHost host = open(config(settings), definition, false)) {
      return host.functions().keySet();
    }
  }

  private static FunctionHost open(Config config, FunctionDefinition definition, boolean endpoint) {
    return FunctionHost.open(config, List.of(definition), "eu-west-1", endpoint, () -> "");
  }
}
