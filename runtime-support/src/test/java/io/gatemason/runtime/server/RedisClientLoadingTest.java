package io.gatemason.runtime.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who shares no state pays nothing for the client of Redis, which is in every jar. */
class RedisClientLoadingTest {
  private static final String CLIENT = " redis.clients.";
  private static final String POOL = " org.apache.commons.pool2.";

  @TempDir Path folder;

  @Test
  void loadsNothingOfTheClientWithoutTheSetting() throws Exception {
    List<String> loaded = loaded("alone");
    assertTrue(loaded.stream().anyMatch(line -> line.contains(" io.gatemason.runtime.store.")));
    assertEquals(
        List.of(),
        loaded.stream().filter(line -> line.contains(CLIENT) || line.contains(POOL)).toList());
  }

  @Test
  void loadsItWithTheSetting() throws Exception {
    List<String> loaded = loaded("shared", "-Dgateway.store.redis.uri=redis://127.0.0.1:1");
    assertTrue(loaded.stream().anyMatch(line -> line.contains(CLIENT)));
    assertTrue(loaded.stream().anyMatch(line -> line.contains(POOL)));
  }

  /** The classes that a service has loaded when it has judged by all of its limits, and cached. */
  private List<String> loaded(String name, String... options) throws Exception {
    Path classes = folder.resolve(name + ".classes");
    String[] all = new String[options.length + 1];
    System.arraycopy(options, 0, all, 1, options.length);
    all[0] = "-Xlog:class+load:file=" + classes + "::filecount=0";
    try (GatewayProcess gateway = GatewayProcess.start(folder.resolve(name + ".log"), all);
        HttpClient client = HttpClient.newHttpClient()) {
      assertEquals(200, status(client, gateway, "/limited", GatewayProcess.FAST));
      assertEquals(200, status(client, gateway, "/counted", GatewayProcess.COUNTED));
      assertEquals(200, status(client, gateway, "/cached", ""));
      assertEquals(200, status(client, gateway, "/cached", ""));
    }
    return Files.readAllLines(classes);
  }

  private static int status(HttpClient client, GatewayProcess gateway, String path, String key)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + "/dev" + path))
            .header("x-api-key", key)
            .build();
    return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }
}
