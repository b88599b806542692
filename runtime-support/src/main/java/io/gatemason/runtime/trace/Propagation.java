package io.gatemason.runtime.trace;

import io.gatemason.runtime.client.RequestFields;
import io.gatemason.runtime.client.TraceHeader;
import io.gatemason.runtime.exchange.CallTrace;
import io.helidon.config.Config;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The headers in which traces are passed on: X-Ray's, which backends get in any case, and those of
 * W3C. Immutable. Source: {@code docs/behaviour/tracing.md#propagation}.
 */
final class Propagation {
  private static final String XRAY = "xray";
  private static final String W3C = "tracecontext";
  private static final String BAGGAGE = "baggage";
  private static final String TRACEPARENT = "traceparent";
  private static final String TRACESTATE = "tracestate";
  private static final int MOST_STATE = 512;

  /** W3C Trace Context §3.2: later versions may add parts. */
  private static final Pattern FORM =
      Pattern.compile("([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");

  private final List<String> order;
  private final boolean w3c;
  private final boolean baggage;

  private Propagation(List<String> order) {
    this.order = order;
    this.w3c = order.contains(W3C);
    this.baggage = order.contains(BAGGAGE);
  }

  /**
   * Those that {@code gateway.tracing.propagators} names, the first that a request has winning.
   *
   * @throws IllegalArgumentException if it names others
   */
  static Propagation read(Config setting) {
    List<String> order =
        setting.type() == Config.Type.LIST
            ? setting.asList(String.class).orElse(List.of())
            : setting
                .asString()
                .map(text -> Stream.of(text.split(",", -1)).map(String::strip).toList())
                .orElse(List.of(XRAY, W3C, BAGGAGE));
    for (String name : order) {
      if (!List.of(XRAY, W3C, BAGGAGE).contains(name)) {
        throw new IllegalArgumentException(
            setting.key() + " are xray, tracecontext and baggage, not \"" + name + "\"");
      }
    }
    return new Propagation(List.copyOf(order));
  }

  /**
   * A trace that a request goes on with.
   *
   * @param header in X-Ray's form
   * @param state what others say of the trace, "" for nothing; only with W3C's header
   * @param w3c whether W3C's header said so
   */
  record Incoming(TraceHeader header, String state, boolean w3c) {
    /** Whether somebody has decided whether it is recorded. */
    boolean decided() {
      return header.sampled().equals("0") || header.sampled().equals("1");
    }
  }

  /** The trace that a request goes on with, null if it is none or says nothing of use. */
  @Nullable Incoming read(RequestFields fields) {
    for (String name : order) {
      Incoming found =
          switch (name) {
            case XRAY -> xray(fields.first(TraceHeader.NAME));
            case W3C -> w3c(fields);
            default -> null;
          };
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static @Nullable Incoming xray(@Nullable String sent) {
    TraceHeader header = TraceHeader.read(sent);
    return header.root().isEmpty() && header.parent().isEmpty() && header.sampled().isEmpty()
        ? null
        : new Incoming(header, "", false);
  }

  private static @Nullable Incoming w3c(RequestFields fields) {
    String sent = fields.first(TRACEPARENT);
    if (sent == null || sent.length() > MOST_STATE) {
      return null;
    }
    Matcher parts = FORM.matcher(sent);
    if (!parts.matches() || parts.group(1).equals("ff") || zero(parts, 2) || zero(parts, 3)) {
      return null;
    }
    if (parts.group(1).equals("00") && parts.group(5) != null) {
      return null;
    }
    boolean sampled = (Integer.parseInt(parts.group(4), 16) & 1) != 0;
    String state = String.join(",", fields.all(TRACESTATE));
    return new Incoming(
        new TraceHeader(XrayIds.root(parts.group(2)), parts.group(3), sampled ? "1" : "0"),
        state.length() > MOST_STATE ? "" : state,
        true);
  }

  private static boolean zero(Matcher parts, int group) {
    return parts.group(group).chars().allMatch(c -> c == '0');
  }

  /** Whether backends get more than X-Ray's header. */
  boolean addsHeaders() {
    return w3c || baggage;
  }

  /**
   * Puts a trace into the headers of a request to a backend, beside X-Ray's.
   *
   * @param header what X-Ray's header says; nothing is added if it has no id of W3C's length
   * @param state as it came with {@code header}, "" for nothing
   * @param sent the headers of the client
   */
  void write(TraceHeader header, String state, RequestFields sent, CallTrace.Headers headers) {
    String traceId = w3c ? XrayIds.traceId(header.root()) : "";
    if (!traceId.isEmpty() && header.parent().length() == 16) {
      String flags = header.sampled().equals("1") ? "-01" : "-00";
      headers.set(TRACEPARENT, "00-" + traceId + "-" + header.parent() + flags);
      if (state.isEmpty()) {
        headers.remove(TRACESTATE);
      } else {
        headers.set(TRACESTATE, state);
      }
    }
    String carried = baggage ? sent.first(BAGGAGE) : null;
    if (carried != null && headers.first(BAGGAGE) == null) {
      headers.set(BAGGAGE, carried);
    }
  }
}
