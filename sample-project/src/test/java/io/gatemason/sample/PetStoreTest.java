package io.gatemason.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Sends the requests of the sample's README and a few more. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PetStoreTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private PetStore store;

  @BeforeAll
  void start() throws IOException {
    System.setProperty("server.port", "0");
    store = PetStore.start();
  }

  @AfterAll
  void stop() {
    store.close();
    client.close();
    System.clearProperty("server.port");
  }

  @Test
  void mockAnswersTheWelcomePage() throws Exception {
    HttpResponse<String> response = get("/v1/");
    assertEquals(200, response.statusCode());
    assertEquals("text/html", response.headers().firstValue("Content-Type").orElse(""));
    assertTrue(response.body().contains("Welcome to your Pet Store API"));
  }

  @Test
  void listsPetsOfOneTypeAndMapsTheCountHeader() throws Exception {
    HttpResponse<String> response = get("/v1/pets?type=dog");
    assertEquals(200, response.statusCode());
    assertTrue(
        JSON.readTree(response.body()).findValuesAsText("type").stream().allMatch("dog"::equals));
    assertTrue(Integer.parseInt(response.headers().firstValue("X-Total-Count").orElse("0")) >= 2);
    assertEquals("*", response.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
  }

  @Test
  void backendErrorSelectsTheResponseOfItsPattern() throws Exception {
    HttpResponse<String> response = get("/v1/pets?page=none");
    assertEquals(400, response.statusCode());
    assertEquals("no such page", JSON.readTree(response.body()).path("error").asText());
  }

  @Test
  void createdPetCanBeReadAtItsLocation() throws Exception {
    HttpResponse<String> created =
        send(
            request("/v1/pets")
                .POST(BodyPublishers.ofString("{\"type\":\"bird\",\"price\":12.5}")));
    assertEquals(201, created.statusCode());
    HttpResponse<String> read = get(created.headers().firstValue("Location").orElseThrow());
    assertEquals(200, read.statusCode());
    assertEquals("bird", JSON.readTree(read.body()).path("type").asText());
  }

  @Test
  void unusableBodyTakesTheConstantTemplate() throws Exception {
    HttpResponse<String> response =
        send(request("/v1/pets").POST(BodyPublishers.ofString("{\"type\":1}")));
    assertEquals(400, response.statusCode());
    assertEquals("{\"message\": \"not a pet\"}", response.body());
  }

  @Test
  void proxyPassesTheBackendsStatus() throws Exception {
    assertEquals(404, get("/v1/pets/4711").statusCode());
  }

  @Test
  void greedyProxyPassesVerbPathQueryAndBody() throws Exception {
    HttpResponse<String> response =
        send(
            request("/v1/store/orders/7?x=1&x=2").PUT(BodyPublishers.ofString("{\"quantity\":1}")));
    JsonNode seen = JSON.readTree(response.body());
    assertEquals("PUT", seen.path("method").asText());
    assertEquals("/store/orders/7", seen.path("path").asText());
    assertEquals("x=1&x=2", seen.path("query").asText());
    assertEquals("/v1/store", seen.path("prefix").asText());
    assertEquals("{\"quantity\":1}", seen.path("body").asText());
  }

  @Test
  void preflightAnswersWithTheMockedHeaders() throws Exception {
    HttpResponse<String> response =
        send(request("/v1/pets").method("OPTIONS", BodyPublishers.noBody()));
    assertEquals(200, response.statusCode());
    assertEquals(
        "GET,POST,OPTIONS",
        response.headers().firstValue("Access-Control-Allow-Methods").orElse(""));
  }

  @Test
  void unknownPathTakesTheCustomisedGatewayResponse() throws Exception {
    HttpResponse<String> response = get("/v1/nowhere");
    assertEquals(404, response.statusCode());
    JsonNode body = JSON.readTree(response.body());
    assertEquals("no such resource", body.path("message").asText());
    assertEquals(
        response.headers().firstValue("x-amzn-RequestId").orElseThrow(),
        body.path("requestId").asText());
    assertEquals("*", response.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
  }

  @Test
  void unknownStageIsForbidden() throws Exception {
    HttpResponse<String> response = get("/v2/pets");
    assertEquals(403, response.statusCode());
    assertEquals("{\"message\":\"Forbidden\"}", response.body());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(request(path).GET());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + store.port() + path))
        .header("Content-Type", "application/json")
        .timeout(Duration.ofSeconds(10));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
