package io.gatemason.runtime.policy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A key that conditions and variables may ask for (docs/behaviour/authorization.md#keys). Names are
 * found in any case; those that no call of a method has are known to nobody and never present.
 * Immutable.
 */
final class ConditionKey {
  private static final String TAG = "aws:principaltag/";

  private static final Map<String, Function<AccessRequest, @Nullable String>> KNOWN =
      Map.ofEntries(
          Map.entry("aws:currenttime", ConditionKey::time),
          Map.entry(
              "aws:epochtime",
              call -> Long.toString(Math.floorDiv(call.surroundings().epochMillis(), 1_000L))),
          Map.entry("aws:securetransport", call -> String.valueOf(call.surroundings().secure())),
          Map.entry("aws:sourceip", call -> call.surroundings().sourceIp()),
          Map.entry("aws:useragent", call -> call.surroundings().header("User-Agent")),
          Map.entry("aws:referer", call -> call.surroundings().header("Referer")),
          Map.entry("aws:sourcevpc", endpoint(Surroundings.PrivateEndpoint::vpc)),
          Map.entry("aws:sourcevpce", endpoint(Surroundings.PrivateEndpoint::vpce)),
          Map.entry("aws:vpcsourceip", endpoint(Surroundings.PrivateEndpoint::sourceIp)),
          Map.entry("aws:principalaccount", of(Caller::accountId)),
          Map.entry("aws:principalarn", of(Caller::principalArn)),
          Map.entry("aws:principaltype", call -> call.caller().type()),
          Map.entry("aws:userid", of(Caller::userId)),
          Map.entry("aws:username", of(Caller::userName)));

  private final Function<AccessRequest, @Nullable String> value;

  private ConditionKey(Function<AccessRequest, @Nullable String> value) {
    this.value = value;
  }

  /** The key of this name. */
  static ConditionKey of(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    Function<AccessRequest, @Nullable String> known = KNOWN.get(lower);
    if (known != null) {
      return new ConditionKey(known);
    }
    if (lower.startsWith(TAG)) {
      return new ConditionKey(tag(name.substring(TAG.length())));
    }
    return new ConditionKey(call -> null);
  }

  /** The key's value in a call, null if the call has none. */
  @Nullable String value(AccessRequest call) {
    return value.apply(call);
  }

  private static Function<AccessRequest, @Nullable String> tag(String name) {
    return call -> {
      for (Map.Entry<String, String> tag : call.caller().tags().entrySet()) {
        if (tag.getKey().equalsIgnoreCase(name)) {
          return tag.getValue();
        }
      }
      return null;
    };
  }

  private static Function<AccessRequest, @Nullable String> of(
      Function<Caller, @Nullable String> part) {
    return call -> call.caller().anonymous() ? null : part.apply(call.caller());
  }

  private static Function<AccessRequest, @Nullable String> endpoint(
      Function<Surroundings.PrivateEndpoint, String> part) {
    return call -> {
      Surroundings.PrivateEndpoint endpoint = call.surroundings().privateEndpoint();
      String known = endpoint == null ? "" : part.apply(endpoint);
      return known.isEmpty() ? null : known;
    };
  }

  private static String time(AccessRequest call) {
    return Instant.ofEpochMilli(call.surroundings().epochMillis())
        .truncatedTo(ChronoUnit.SECONDS)
        .toString();
  }
}
