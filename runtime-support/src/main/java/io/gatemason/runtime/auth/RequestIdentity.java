package io.gatemason.runtime.auth;

import io.gatemason.runtime.auth.identity.IdentityHash;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.function.event.ProxyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The identity of a REQUEST authorizer: all of its sources, in order. Immutable.
 *
 * @param required whether every source has to have a value, because answers are kept
 */
record RequestIdentity(List<IdentitySource> sources, boolean required) implements CallerIdentity {

  static RequestIdentity of(boolean required, String... expressions) {
    return new RequestIdentity(Stream.of(expressions).map(IdentitySource::of).toList(), required);
  }

  @Override
  public RequestIdentity validatedBy(String expression) {
    throw new IllegalArgumentException("a REQUEST authorizer has no validation expression");
  }

  @Override
  public @Nullable String key(Exchange exchange) {
    List<String> texts = new ArrayList<>();
    for (IdentitySource source : sources) {
      List<String> values = source.values(exchange);
      if (required && values.stream().allMatch(String::isBlank)) {
        return null;
      }
      texts.add(Integer.toString(values.size()));
      texts.addAll(values);
    }
    return IdentityHash.of(texts);
  }

  @Override
  public List<String> shown(Exchange exchange) {
    return sources.stream().flatMap(source -> source.values(exchange).stream()).toList();
  }

  @Override
  public byte[] event(Exchange exchange, String methodArn) {
    return ProxyEvent.ofAuthorizer(exchange, methodArn);
  }
}
