package io.gatemason.runtime.websocket;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.gatemason.runtime.exchange.ContextSlots;
import io.gatemason.runtime.exchange.ContextVariable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What another process has to know of a connection to run {@code $disconnect} for it.
 *
 * @param apiId the API
 * @param stage its stage
 * @param handshake what stayed of the handshake
 */
record Bequest(String apiId, String stage, Handshake handshake) {
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
                  .build())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /** As it is written. */
  private record Written(
      String apiId,
      String stage,
      String connectionId,
      long connectedAt,
      String sourceIp,
      boolean secure,
      String localAddress,
      int localPort,
      String host,
      Map<ContextVariable, String> known,
      Map<String, @Nullable Object> authorizer,
      String usageIdentifierKey) {}

  static Bequest of(Connection connection) {
    return new Bequest(
        connection.owner().info().apiId(),
        connection.owner().info().stage(),
        connection.handshake());
  }

  byte[] encode() {
    try {
      return JSON.writeValueAsBytes(
          new Written(
              apiId,
              stage,
              handshake.connectionId(),
              handshake.connectedAt(),
              handshake.sourceIp(),
              handshake.secure(),
              handshake.localAddress(),
              handshake.localPort(),
              handshake.host(),
              handshake.known(),
              handshake.steps().authorizer(),
              handshake.steps().usageIdentifierKey()));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What {@link #encode} wrote.
   *
   * @throws UncheckedIOException if it is of another version, which knows other things
   */
  static Bequest decode(byte[] json) {
    Written written;
    try {
      written = JSON.readValue(json, Written.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ContextSlots steps = new ContextSlots(variable -> null);
    steps.authorizer(written.authorizer());
    steps.usageIdentifierKey(written.usageIdentifierKey());
    EnumMap<ContextVariable, String> known = new EnumMap<>(ContextVariable.class);
    known.putAll(written.known());
    return new Bequest(
        written.apiId(),
        written.stage(),
        new Handshake(
            written.connectionId(),
            written.connectedAt(),
            0,
            written.sourceIp(),
            written.secure(),
            written.localAddress(),
            written.localPort(),
            written.host(),
            known,
            steps));
  }
}
