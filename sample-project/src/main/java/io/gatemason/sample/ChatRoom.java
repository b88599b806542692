package io.gatemason.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The function of the chat: remembers who is connected, and sends what one of them says to all. It
 * calls the gateway as a function in the cloud does, by {@code @connections}. Thread-safe.
 */
public final class ChatRoom {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient client = HttpClient.newHttpClient();
  private final Set<String> connections = ConcurrentHashMap.newKeySet();

  /**
   * What a function of a WebSocket API is told, as far as it is of interest here.
   *
   * @param requestContext the connection, and what happened to it
   * @param body the message
   */
  public record Event(RequestContext requestContext, @Nullable String body) {}

  /**
   * A connection and what happened to it.
   *
   * @param eventType CONNECT, MESSAGE or DISCONNECT
   * @param connectionId the connection
   * @param domainName where {@code @connections} is
   * @param stage in which stage
   */
  public record RequestContext(
      String eventType, String connectionId, String domainName, String stage) {}

  /** Takes one event. */
  public Map<String, Integer> handleRequest(Event event) throws IOException, InterruptedException {
    RequestContext context = event.requestContext();
    switch (context.eventType()) {
      case "CONNECT" -> connections.add(context.connectionId());
      case "DISCONNECT" -> connections.remove(context.connectionId());
      default -> sendToAll(context, said(event.body()));
    }
    return Map.of("statusCode", 200);
  }

  private static String said(@Nullable String body) throws JsonProcessingException {
    JsonNode message = JSON.readTree(body);
    return JSON.createObjectNode()
        .put("name", message.path("name").asText())
        .put("text", message.path("text").asText())
        .toString();
  }

  private void sendToAll(RequestContext context, String text)
      throws IOException, InterruptedException {
    for (String connection : List.copyOf(connections)) {
      HttpRequest request =
          HttpRequest.newBuilder(callback(context, connection))
              .timeout(PATIENCE)
              .POST(BodyPublishers.ofString(text))
              .build();
      if (client.send(request, BodyHandlers.discarding()).statusCode() == 410) {
        connections.remove(connection);
      }
    }
  }

  /** A gateway on this machine is named with its port and speaks plain HTTP. */
  private static URI callback(RequestContext context, String connection) {
    String scheme = context.domainName().contains(":") ? "http" : "https";
    String id = URLEncoder.encode(connection, StandardCharsets.UTF_8);
    return URI.create(
        scheme + "://" + context.domainName() + "/" + context.stage() + "/@connections/" + id);
  }
}
