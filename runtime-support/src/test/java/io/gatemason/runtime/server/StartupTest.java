package io.gatemason.runtime.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.exchange.ApiInfo;
import io.helidon.common.media.type.MediaTypes;
import io.helidon.config.Config;
import io.helidon.config.ConfigException;
import io.helidon.config.ConfigSources;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class StartupTest {

  @Test
  void saysInOneLineThatAPortIsTaken() {
    assertEquals(
        "The gateway did not start: its port is already in use. Stop what listens there, or choose"
            + " another port with server.port.\n",
        said(() -> new UncheckedIOException(new BindException("Address already in use"))));
  }

  @Test
  void knowsATakenPort() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      String port = String.valueOf(taken.getLocalPort());
      String said =
          said(
              () ->
                  assertThrows(
                      UncheckedIOException.class,
                      () ->
                          TestApi.start(
                              Map.of("server.port", port, "server.host", "0.0.0.0"),
                              new TestApi(ApiInfo.of("api", "dev")))));
      assertTrue(said.contains("its port is already in use"), said);
      assertEquals(1, said.lines().count(), said);
    }
  }

  @Test
  void namesASettingThatCannotBeUsed() {
    Config config = Config.just(ConfigSources.create(Map.of("gateway.limits.url-bytes", "many")));
    String said =
        said(
            () -> {
              try {
                GatewaySettings.of(config).limits();
                return new IllegalStateException();
              } catch (RuntimeException e) {
                return e;
              }
            });
    assertEquals(1, said.lines().count(), said);
    assertEquals(
        "The gateway did not start: setting gateway.limits.url-bytes cannot be \"many\": it is no"
            + " number\n",
        said);
  }

  @Test
  void saysHowADurationIsWritten() {
    String setting = "gateway.listener.idle-timeout";
    Config config = Config.just(ConfigSources.create(Map.of(setting, "25s")));
    assertEquals(
        "The gateway did not start: setting "
            + setting
            + " cannot be \"25s\": it is no duration, such as PT30S\n",
        said(
            () ->
                assertThrows(
                    ConfigException.class, () -> config.get(setting).as(Duration.class).get())));
  }

  @Test
  void namesTheFileThatCannotBeRead() {
    String said =
        said(
            () ->
                assertThrows(
                    ConfigException.class,
                    () ->
                        Config.just(
                            ConfigSources.create("a: {b: 1\n c: [", MediaTypes.APPLICATION_YAML))));
    assertEquals(1, said.lines().count(), said);
    assertTrue(
        said.startsWith("The gateway did not start: application.yaml cannot be read: "), said);
    assertFalse(said.contains("reader"), said);
  }

  @Test
  void namesTheSettingOfAPortThatThereIsNot() {
    assertEquals(
        "The gateway did not start: setting server.port cannot be \"70000\"\n",
        said(() -> new IllegalArgumentException("port out of range:70000")));
  }

  @Test
  void showsTheTraceOfADefect() {
    String said = said(() -> new NullPointerException("defect"));
    assertTrue(said.lines().count() > 2, said);
    assertTrue(said.endsWith("The gateway did not start: defect\n"), said);
  }

  private static String said(Supplier<RuntimeException> failure) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    PrintStream err = new PrintStream(text, true, StandardCharsets.UTF_8);
    assertFalse(
        Startup.starts(
            settings -> {
              throw failure.get();
            },
            err));
    return text.toString(StandardCharsets.UTF_8).replace("\r", "");
  }
}
