package io.gatemason.runtime.server.setting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.helidon.common.media.type.MediaTypes;
import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ServerNamesTest {
  private static final String LISTENER = "io.helidon.webserver.ListenerConfig";

  /** Types whose settings are not looked into, because they have too many forms. */
  private static final Set<String> OPEN =
      Set.of(
          "io.helidon.common.configurable.AllowList",
          "io.helidon.common.pki.Keys",
          "io.helidon.http.media.MediaContext");

  @Test
  void namesAreThoseOfHelidonsMetadata() throws IOException {
    Map<String, Config> types = types();
    Set<String> listener = new TreeSet<>(names(types, LISTENER, ""));
    Set<String> server = new TreeSet<>(names(types, "io.helidon.webserver.WebServer", ""));
    assertTrue(listener.contains("port"), listener.toString());
    assertEquals(listener, new TreeSet<>(ServerNames.LISTENER));
    server.removeAll(listener);
    assertEquals(server, new TreeSet<>(ServerNames.SERVER));
  }

  @Test
  void settingsOfHelidonAreNoProblem() {
    Map<String, String> settings = new HashMap<>();
    settings.put("server.shutdown-grace-period", "PT1S");
    settings.put("server.connection-options.tcp-no-delay", "true");
    settings.put("server.tls.cipher-suite.0", "TLS_AES_128_GCM_SHA256");
    settings.put("server.tls.private-key.pem.key.resource.path", "a.pem");
    settings.put("server.protocols.http_2.max-frame-size", "16384");
    settings.put("server.concurrency-limit.fixed.permits", "10");
    settings.put("server.sockets.other.port", "8081");
    settings.put("server.sockets.other.tls.enabled", "false");
    assertEquals(List.of(), unknown(settings));
  }

  @Test
  void otherNamesAreToldWithThoseThatThereAre() {
    assertEquals(
        List.of(
            "server.connection-options.no-delay is no setting and has no effect; below"
                + " server.connection-options there are connect-timeout, read-timeout,"
                + " socket-keep-alive, socket-receive-buffer-size, socket-reuse-address,"
                + " socket-send-buffer-size, tcp-no-delay"),
        unknown(Map.of("server.connection-options.no-delay", "true")));
    List<String> top = unknown(Map.of("server.prot", "9090"));
    assertEquals(1, top.size());
    assertTrue(
        top.get(0).startsWith("server.prot is no setting and has no effect; below server there are")
            && top.get(0).contains(" port, "),
        top.get(0));
  }

  private static List<String> names(Map<String, Config> types, String type, String prefix) {
    List<String> names = new ArrayList<>();
    for (Config inherited : items(types.get(type).get("inherits"))) {
      names.addAll(names(types, inherited.asString().get(), prefix));
    }
    for (Config option : items(types.get(type).get("options"))) {
      String name = prefix + option.get("key").asString().get();
      String of = option.get("type").asString().orElse("");
      if (option.get("provider").asBoolean().orElse(false) || OPEN.contains(of)) {
        names.add(name + ".**");
      } else if (types.containsKey(of) && !of.equals(LISTENER)) {
        names.addAll(names(types, of, name + "."));
      } else if (!of.equals(LISTENER)) {
        names.add(name);
      }
    }
    return names;
  }

  private static Map<String, Config> types() throws IOException {
    Map<String, Config> types = new HashMap<>();
    for (URL file :
        Collections.list(
            ServerNamesTest.class
                .getClassLoader()
                .getResources("META-INF/helidon/config-metadata.json"))) {
      Config modules =
          Config.just("{\"modules\": " + text(file) + "}", MediaTypes.APPLICATION_YAML);
      for (Config module : items(modules.get("modules"))) {
        for (Config type : items(module.get("types"))) {
          types.put(type.get("type").asString().get(), type);
        }
      }
    }
    return types;
  }

  private static List<Config> items(Config list) {
    return list.asNodeList().orElse(List.of());
  }

  private static String text(URL file) {
    try (InputStream in = file.openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> unknown(Map<String, String> settings) {
    return SettingNames.unknown(Config.just(ConfigSources.create(settings)));
  }
}
