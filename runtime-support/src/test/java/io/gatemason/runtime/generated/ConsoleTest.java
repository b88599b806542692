package io.gatemason.runtime.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatemason.generator.GenerationRequest;
import io.gatemason.runtime.json.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the console's page asks, and who may ask it. */
class ConsoleTest {
  private static final Path SOURCE = Path.of("src/test/resources/console");
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir Path folder;

  private GeneratedService start(Map<String, String> settings) throws Exception {
    Map<String, String> all = new HashMap<>(settings);
    all.putIfAbsent("gateway.management.port", "0");
    all.putIfAbsent("gateway.management.console.enabled", "true");
    return GeneratedService.start(
        GenerationRequest.of(SOURCE, folder.resolve("java"), "com.example.console"),
        folder.resolve("classes"),
        all);
  }

  @Test
  void tellsWhatTheDocumentsSay() throws Exception {
    try (GeneratedService service = start(Map.of())) {
      JsonNode api = Json.read(get(service, "/console/apis").body()).path("apis").path(0);
      assertEquals("Flower shop", api.path("title").asText());
      assertEquals("2.3.0", api.path("version").asText());
      assertEquals(
          "Flowers, orders and the people who send them.", api.path("description").asText());
      assertEquals("/prod", api.path("stages").path(0).path("prefix").asText());
      assertEquals(536_870_912, api.path("stages").path(0).path("cache").path("bytes").asLong());
      JsonNode list = method(api, "/flowers");
      assertEquals("Lists the flowers of the day", list.path("summary").asText());
      assertEquals(
          "All flowers that can be sent today.\nThe answer is kept for five minutes.",
          list.path("description").asText());
      assertEquals(
          "Only flowers of this colour.",
          list.path("parameters").path(0).path("description").asText());
      assertEquals(
          "Nobody knows it",
          method(api, "/flowers/{name}").path("responses").path(1).path("description").asText());
      assertTrue(method(api, "/orders").path("apiKey").asBoolean());
    }
  }

  private static JsonNode method(JsonNode api, String resource) {
    return StreamSupport.stream(api.path("methods").spliterator(), false)
        .filter(method -> method.path("resource").asText().equals(resource))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void countsAndKeepsTheLastRequestsWithoutTheirBodies() throws Exception {
    try (GeneratedService service = start(Map.of("gateway.management.console.requests", "2"))) {
      callAndAwait(service, "/prod/flowers", 1);
      callAndAwait(service, "/prod/flowers", 2);
      callAndAwait(service, "/prod/flowers/rose?secret=1", 3);
      JsonNode traffic = callAndAwait(service, "/prod/none", 4);
      assertEquals(
          List.of("/prod/flowers/rose", "/prod/none"),
          traffic.path("requests").findValuesAsText("path"));
      JsonNode flowers = figures(traffic, "/flowers");
      assertEquals(2, flowers.path("requests").asInt());
      assertEquals(1, flowers.path("hits").asInt());
      assertEquals(1, flowers.path("misses").asInt());
      assertTrue(flowers.path("p95").asDouble() > 0);
      assertEquals(1, figures(traffic, "").path("clientErrors").asInt());
      JsonNode rose = traffic.path("requests").path(0);
      String log = get(service, "/console/request?number=" + rose.path("number").asText()).body();
      assertTrue(log.contains("Starting execution for request: " + rose.path("id").asText()), log);
      assertTrue(log.contains("Method completed with status: 200"), log);
      assertFalse(log.contains("secret"), log);
      assertEquals(404, get(service, "/console/request?number=1").statusCode());
    }
  }

  /** A request is written down when it has been answered, perhaps after the next one came. */
  private static JsonNode callAndAwait(GeneratedService service, String path, int number)
      throws Exception {
    call(service, path);
    long patience = System.nanoTime() + 10_000_000_000L;
    while (true) {
      JsonNode traffic = Json.read(get(service, "/console/traffic?after=0").body());
      JsonNode requests = traffic.path("requests");
      if (requests.path(requests.size() - 1).path("number").asInt() == number) {
        return traffic;
      }
      assertTrue(System.nanoTime() < patience, () -> number + " is not the last of " + requests);
    }
  }

  private static JsonNode figures(JsonNode traffic, String resource) {
    return StreamSupport.stream(traffic.path("figures").spliterator(), false)
        .filter(each -> each.path("resource").asText().equals(resource))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void sendsARequestAndShowsItsWholeLogWithSecretsMasked() throws Exception {
    try (GeneratedService service = start(Map.of())) {
      JsonNode refused = send(service, "POST", "/prod/orders", "[]", "{}");
      assertEquals(403, refused.path("status").asInt());
      JsonNode answer =
          send(
              service,
              "POST",
              "/prod/orders",
              "[[\"x-api-key\",\"roses-are-red-violets\"],[\"Content-Type\",\"application/json\"]]",
              "{\\\"flower\\\": \\\"tulip\\\"}");
      assertEquals(201, answer.path("status").asInt());
      assertEquals("{\"ordered\": true}", answer.path("body").asText());
      String log = String.join("\n", answer.path("steps").findValuesAsText("text"));
      assertTrue(
          log.contains("Method request body before transformations: {\"flower\": \"tulip\"}"), log);
      assertTrue(log.contains("***iolets"), log);
      assertFalse(log.contains("roses-are-red"), log);
      JsonNode requests =
          Json.read(get(service, "/console/traffic?after=0").body()).path("requests");
      assertTrue(requests.path(1).path("tried").asBoolean());
      String kept =
          get(service, "/console/request?number=" + requests.path(1).path("number").asText())
              .body();
      assertFalse(kept.contains("tulip"), kept);
      JsonNode plan = Json.read(get(service, "/console/plans").body()).path("plans").path(0);
      assertEquals("Wholesale", plan.path("name").asText());
      assertEquals(1, plan.path("keys").path(0).path("today").asInt());
      assertEquals(999, plan.path("keys").path(0).path("remaining").asInt());
    }
  }

  @Test
  void refusesWhatIsNoRequest() throws Exception {
    try (GeneratedService service = start(Map.of())) {
      assertEquals(400, post(service, "{\"method\":\"get\",\"target\":\"/\"}").statusCode());
      assertEquals(400, post(service, "{\"method\":\"GET\",\"target\":\"/a b\"}").statusCode());
      assertEquals(400, post(service, "not JSON").statusCode());
      HttpResponse<String> split =
          post(
              service,
              "{\"method\":\"GET\",\"target\":\"/\",\"headers\":[[\"a\",\"b\\r\\nc: d\"]]}");
      assertEquals(400, split.statusCode());
      assertEquals("{\"message\":\"header a has a character that it cannot have\"}", split.body());
    }
  }

  @Test
  void isGuardedAsTheRestOfTheListener() throws Exception {
    try (GeneratedService service = start(Map.of("gateway.management.token", "secret"))) {
      HttpResponse<String> page = get(service, "/console/");
      assertEquals(200, page.statusCode());
      assertTrue(page.body().contains("console.js"));
      String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
      assertTrue(policy.startsWith("default-src 'none'; script-src 'self'"), policy);
      for (String path : List.of("apis", "traffic", "request?number=1", "plans")) {
        assertEquals(401, get(service, "/console/" + path).statusCode(), path);
      }
      assertEquals(401, post(service, "{}").statusCode());
      HttpRequest noProof =
          HttpRequest.newBuilder(uri(service, "/console/send"))
              .header("Authorization", "Bearer secret")
              .POST(HttpRequest.BodyPublishers.ofString("{}"))
              .build();
      assertEquals(403, CLIENT.send(noProof, HttpResponse.BodyHandlers.ofString()).statusCode());
    }
  }

  @Test
  void isNotThereUnlessAskedFor() throws Exception {
    try (GeneratedService service = start(Map.of("gateway.management.console.enabled", "false"))) {
      assertEquals(404, get(service, "/console/").statusCode());
      assertEquals(404, get(service, "/console/traffic").statusCode());
    }
  }

  @Test
  void keepsItsOrderUnderManyRequestsAtOnce() throws Exception {
    try (GeneratedService service = start(Map.of());
        ExecutorService clients = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 400; i++) {
        clients.submit(() -> call(service, "/prod/flowers/tulip"));
      }
      clients.shutdown();
      clients.awaitTermination(1, java.util.concurrent.TimeUnit.MINUTES);
      JsonNode traffic = Json.read(get(service, "/console/traffic?after=0").body());
      assertEquals(200, traffic.path("requests").size());
      assertEquals(400, figures(traffic, "/flowers/{name}").path("total").asInt());
    }
  }

  private static int call(GeneratedService service, String path) throws Exception {
    return CLIENT
        .send(
            HttpRequest.newBuilder(service.uri(path)).build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private static URI uri(GeneratedService service, String path) {
    return URI.create("http://127.0.0.1:" + service.managementPort() + path);
  }

  private static HttpResponse<String> get(GeneratedService service, String path) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(uri(service, path)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> post(GeneratedService service, String json) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(uri(service, "/console/send"))
            .header("X-Requested-By", "test")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode send(
      GeneratedService service, String method, String target, String headers, String body)
      throws Exception {
    String json =
        "{\"api\":\"Shop\",\"method\":\"%s\",\"target\":\"%s\",\"headers\":%s,\"body\":\"%s\"}";
    return Json.read(post(service, json.formatted(method, target, headers, body)).body());
  }
}
