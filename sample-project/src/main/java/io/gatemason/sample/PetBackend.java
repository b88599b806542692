package io.gatemason.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * A small HTTP service that keeps pets in memory, so that the sample gateway has something to call.
 * It listens on the loopback address only. Thread-safe.
 */
public final class PetBackend implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PAGE_SIZE = 3;

  private final List<JsonNode> pets = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  private PetBackend(HttpServer server) {
    this.server = server;
  }

  /**
   * Starts on a free port.
   *
   * @throws IOException if no port can be bound
   */
  public static PetBackend start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    PetBackend backend = new PetBackend(server);
    backend.add("dog", 249.99);
    backend.add("cat", 124.99);
    backend.add("fish", 0.99);
    backend.add("dog", 89.50);
    server.createContext("/pets", backend::pets);
    server.createContext("/store", PetBackend::store);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    return backend;
  }

  /** Where it listens, as {@code host:port}. */
  public String address() {
    return server.getAddress().getHostString() + ":" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private synchronized ObjectNode add(String type, double price) {
    ObjectNode pet = JSON.createObjectNode();
    pet.put("id", pets.size() + 1).put("type", type).put("price", price);
    pets.add(pet);
    return pet;
  }

  private void pets(HttpExchange exchange) throws IOException {
    try (exchange) {
      String id = exchange.getRequestURI().getPath().substring("/pets".length()).replace("/", "");
      if (!id.isEmpty()) {
        get(exchange, id);
      } else if (exchange.getRequestMethod().equals("POST")) {
        create(exchange);
      } else {
        list(exchange);
      }
    }
  }

  private void list(HttpExchange exchange) throws IOException {
    String page = query(exchange, "page", "1");
    if (!page.matches("[1-9]\\d{0,5}")) {
      send(exchange, 400, JSON.createObjectNode().put("error", "no such page"));
      return;
    }
    String type = query(exchange, "type", "");
    List<JsonNode> found =
        pets.stream()
            .filter(pet -> type.isEmpty() || pet.path("type").asText().equals(type))
            .toList();
    exchange.getResponseHeaders().set("X-Total-Count", Integer.toString(found.size()));
    List<JsonNode> shown =
        found.stream().skip((Long.parseLong(page) - 1) * PAGE_SIZE).limit(PAGE_SIZE).toList();
    send(exchange, 200, JSON.valueToTree(shown));
  }

  private void create(HttpExchange exchange) throws IOException {
    JsonNode pet;
    try {
      pet = JSON.readTree(exchange.getRequestBody());
    } catch (JsonProcessingException e) {
      send(exchange, 422, JSON.createObjectNode().put("error", "not JSON"));
      return;
    }
    if (!pet.path("type").isTextual() || !pet.path("price").isNumber()) {
      send(exchange, 422, JSON.createObjectNode().put("error", "a pet has a type and a price"));
      return;
    }
    ObjectNode stored = add(pet.path("type").asText(), pet.path("price").asDouble());
    send(exchange, 201, stored.deepCopy().put("location", "/v1/pets/" + stored.path("id").asInt()));
  }

  private void get(HttpExchange exchange, String id) throws IOException {
    for (JsonNode pet : pets) {
      if (pet.path("id").asText().equals(id)) {
        send(exchange, 200, pet);
        return;
      }
    }
    send(exchange, 404, JSON.createObjectNode().put("error", "no pet " + id));
  }

  /** Says what it was asked, so that a caller sees what a proxy method sends. */
  private static void store(HttpExchange exchange) throws IOException {
    try (exchange) {
      ObjectNode seen = JSON.createObjectNode();
      seen.put("method", exchange.getRequestMethod())
          .put("path", exchange.getRequestURI().getRawPath())
          .put("query", exchange.getRequestURI().getRawQuery())
          .put("prefix", exchange.getRequestHeaders().getFirst("X-Forwarded-Prefix"))
          .put(
              "body",
              new String(
                  exchange.getRequestBody().readAllBytes(),
                  java.nio.charset.StandardCharsets.UTF_8));
      send(exchange, 200, seen);
    }
  }

  private static String query(HttpExchange exchange, String name, String otherwise) {
    String query = exchange.getRequestURI().getQuery();
    for (String pair : query == null ? new String[0] : query.split("&")) {
      if (pair.startsWith(name + "=")) {
        return pair.substring(name.length() + 1);
      }
    }
    return otherwise;
  }

  private static void send(HttpExchange exchange, int status, JsonNode body) throws IOException {
    byte[] bytes = JSON.writeValueAsBytes(body);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, head ? -1 : bytes.length);
    if (!head) {
      exchange.getResponseBody().write(bytes);
    }
  }
}
