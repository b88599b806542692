package io.gatemason.runtime.websocket;

import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * A call of {@code @connections} on its way to a connection, of this process or another one.
 *
 * @param verb POST, GET or DELETE
 * @param apiId the API that was called
 * @param stage its stage
 * @param body what is sent, of a POST
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on once, never compared.
record Callback(String verb, String apiId, String stage, byte[] body) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  /**
   * What comes of a call.
   *
   * @param status 200, 204, 410 or 429
   * @param body of a GET, else ""
   */
  record Reply(int status, String body) {
    static final Reply GONE = new Reply(410, "");
    static final Reply BUSY = new Reply(429, "");

    byte[] encode() {
      return (status + " " + body).getBytes(StandardCharsets.UTF_8);
    }

    static Reply decode(byte[] bytes) {
      String text = new String(bytes, StandardCharsets.UTF_8);
      int blank = text.indexOf(' ');
      return new Reply(Integer.parseInt(text.substring(0, blank)), text.substring(blank + 1));
    }
  }

  /** Does what was called for; a connection of another API or stage is as good as none. */
  Reply on(@Nullable Connection connection) {
    if (connection == null || connection.isClosing() || !isFor(connection.owner().info())) {
      return Reply.GONE;
    }
    try {
      return switch (verb) {
        case "POST" -> {
          String text = new String(body, StandardCharsets.UTF_8);
          connection.send(text.getBytes(StandardCharsets.UTF_8));
          yield new Reply(200, "");
        }
        case "GET" -> new Reply(200, description(connection));
        default -> {
          connection.close(new CloseStatus(1000, ""));
          yield new Reply(204, "");
        }
      };
    } catch (GoneException e) {
      return Reply.GONE;
    } catch (BacklogException e) {
      return Reply.BUSY;
    }
  }

  private boolean isFor(ApiInfo info) {
    return info.apiId().equals(apiId) && info.stage().equals(stage);
  }

  byte[] encode() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length + 64);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF(verb);
      out.writeUTF(apiId);
      out.writeUTF(stage);
      out.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static Callback decode(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      return new Callback(in.readUTF(), in.readUTF(), in.readUTF(), in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String description(Connection connection) {
    Handshake handshake = connection.handshake();
    String agent = handshake.known().get(ContextVariable.IDENTITY_USER_AGENT);
    return """
    {
      "identity" : {
        "sourceIp" : %s,
        "userAgent" : %s
      },
      "connectedAt" : %s,
      "lastActiveAt" : %s
    }\
    """
        .formatted(
            quoted(handshake.sourceIp()),
            quoted(agent),
            quoted(time(handshake.connectedAt())),
            quoted(time(connection.activeMillis())));
  }

  private static String quoted(@Nullable String text) {
    return text == null ? "null" : Json.quote(text);
  }

  private static String time(long epochMillis) {
    return TIME.format(Instant.ofEpochMilli(epochMillis));
  }
}
