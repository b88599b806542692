package io.gatemason.runtime.websocket;

import io.gatemason.runtime.client.TrustedProxies;
import io.gatemason.runtime.exchange.ContextSlots;
import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.exchange.Exchange;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What stays of a handshake for the life of its connection: who connected, and what every later
 * event says of that.
 *
 * @param connectionId the id of the connection
 * @param connectedAt when it was asked for, in milliseconds since 1970
 * @param begunNanos the same by the ticker
 * @param sourceIp the address of the client
 * @param secure whether it came over TLS
 * @param localAddress the address of this process that it came to
 * @param localPort the port that it came to
 * @param host the host that events name
 * @param known what was known about the caller
 * @param steps what the steps of the handshake have left
 */
record Handshake(
    String connectionId,
    long connectedAt,
    long begunNanos,
    String sourceIp,
    boolean secure,
    String localAddress,
    int localPort,
    String host,
    Map<ContextVariable, String> known,
    ContextSlots steps) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int ID_BYTES = 11;

  /** What is said of the handshake in all later events. */
  private static final Set<ContextVariable> KEPT =
      EnumSet.range(ContextVariable.IDENTITY_ACCESS_KEY, ContextVariable.IDENTITY_VPCE_ID);

  /** What events of connections do not have. */
  private static final Set<ContextVariable> ABSENT =
      EnumSet.of(
          ContextVariable.HTTP_METHOD,
          ContextVariable.PATH,
          ContextVariable.PROTOCOL,
          ContextVariable.RESOURCE_ID,
          ContextVariable.RESOURCE_PATH);

  /** An id that nobody can guess: fifteen characters of base64url and a padding sign. */
  static String newId() {
    byte[] bytes = new byte[ID_BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().encodeToString(bytes);
  }

  /** What stays of a handshake that was let through. */
  static Handshake of(Exchange exchange, String connectionId, long begunNanos) {
    ContextSlots context = exchange.context();
    Map<ContextVariable, String> known = new EnumMap<>(ContextVariable.class);
    for (ContextVariable variable : KEPT) {
      String value = context.text(variable);
      if (value != null) {
        known.put(variable, value);
      }
    }
    String connectedAt = context.text(ContextVariable.CONNECTED_AT, "0");
    return new Handshake(
        connectionId,
        Long.parseLong(connectedAt),
        begunNanos,
        exchange.origin().sourceIp(),
        exchange.head().secure(),
        exchange.head().localAddress(),
        exchange.head().localPort(),
        context.text(ContextVariable.DOMAIN_NAME, ""),
        known,
        context.lasting());
  }

  /** Says in the context of an event that it is one. */
  static void tellEvent(ContextSlots context, String type, String routeKey, String connectionId) {
    ABSENT.forEach(variable -> context.setLazily(variable, () -> null));
    context.setLazily(
        ContextVariable.REQUEST_ID, () -> context.text(ContextVariable.EXTENDED_REQUEST_ID));
    context.set(ContextVariable.EVENT_TYPE, type);
    context.set(ContextVariable.ROUTE_KEY, routeKey);
    context.set(ContextVariable.CONNECTION_ID, connectionId);
  }

  /** Says in the context of a later event what is known of the connection. */
  void tell(ContextSlots context) {
    known.forEach(context::set);
    context.set(ContextVariable.DOMAIN_NAME, host);
    context.set(ContextVariable.CONNECTED_AT, Long.toString(connectedAt));
    context.inherit(steps);
  }

  /** Nobody but the gateway makes events. */
  TrustedProxies proxies() {
    return TrustedProxies.none();
  }
}
