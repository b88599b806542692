package io.gatemason.runtime.service;

import io.gatemason.runtime.auth.IamAuthorizer;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.failure.AccessFailures;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.function.Consumer;

/**
 * Who may call {@code @connections} (docs/behaviour/websocket.md#callbacks): whoever signs the call
 * where identities are known, whoever shows the token of the settings, else this machine alone.
 */
final class CallbackGuard {
  private static final String BEARER = "Bearer ";

  /** What proxies add. */
  private static final List<String> FORWARDED =
      List.of(
          "Forwarded",
          "Via",
          "X-Forwarded-For",
          "X-Forwarded-Host",
          "X-Forwarded-Proto",
          "X-Real-IP");

  private CallbackGuard() {}

  /** Identities prove who calls. */
  static Consumer<Exchange> signed(IamAuthorizer authorizer) {
    return authorizer::manage;
  }

  /** A token proves that somebody may call. */
  static Consumer<Exchange> withToken(String token) {
    byte[] expected = (BEARER + token).getBytes(StandardCharsets.UTF_8);
    return exchange -> {
      List<String> shown = exchange.head().inAnyCase("Authorization");
      byte[] sent = String.join(",", shown).getBytes(StandardCharsets.ISO_8859_1);
      if (!MessageDigest.isEqual(expected, sent)) {
        throw AccessFailures.missingAuthenticationToken();
      }
    };
  }

  /** Only this machine may call, and nobody through a proxy on it that says so. */
  static void onlyThisMachine(Exchange exchange) {
    if (!isLoopback(exchange.origin().peer())
        || !isLoopback(exchange.origin().sourceIp())
        || FORWARDED.stream().anyMatch(exchange.head().fields()::has)) {
      throw AccessFailures.missingAuthenticationToken();
    }
  }

  /** The address is a literal: nothing is looked up. */
  private static boolean isLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
