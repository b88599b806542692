package io.gatemason.runtime.auth;

import io.gatemason.runtime.auth.signature.SignedRequest;
import io.gatemason.runtime.exchange.Exchange;
import java.util.List;

/** A request as its client signed it. */
record ExchangeRequest(Exchange exchange) implements SignedRequest {

  @Override
  public String method() {
    return exchange.head().method();
  }

  @Override
  public String path() {
    return exchange.head().sentPath();
  }

  @Override
  public String query() {
    return exchange.head().rawQuery();
  }

  @Override
  public List<String> header(String lowerCaseName) {
    List<String> values = exchange.head().inAnyCase(lowerCaseName);
    return values.isEmpty() && lowerCaseName.equals("host")
        ? List.of(exchange.head().authority())
        : values;
  }

  @Override
  public byte[] body() {
    return exchange.sentBody();
  }
}
