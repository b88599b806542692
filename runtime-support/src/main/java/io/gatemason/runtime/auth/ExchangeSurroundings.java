package io.gatemason.runtime.auth;

import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.policy.Surroundings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What conditions may ask about a request. */
record ExchangeSurroundings(Exchange exchange, @Nullable PrivateEndpoint privateEndpoint)
    implements Surroundings {

  @Override
  public @Nullable String sourceIp() {
    return privateEndpoint == null ? exchange.origin().sourceIp() : null;
  }

  @Override
  public boolean secure() {
    return exchange.origin().protocol().equals("https");
  }

  @Override
  public @Nullable String header(String name) {
    List<String> values = exchange.head().inAnyCase(name);
    return values.isEmpty() ? null : String.join(",", values);
  }

  @Override
  public long epochMillis() {
    return Long.parseLong(exchange.context().text(ContextVariable.REQUEST_TIME_EPOCH, "0"));
  }
}
