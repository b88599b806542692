package io.gatemason.runtime.auth;

import io.gatemason.runtime.exchange.ClientOrigin;
import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.exchange.Exchange;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Where a part of the identity of a REQUEST authorizer's caller comes from. Immutable. */
final class IdentitySource {
  private static final String ONE = "method.request.";
  private static final String SEVERAL = ONE + "multivalue";
  private static final String HEADER = ONE + "header.";
  private static final String QUERY = ONE + "querystring.";
  private static final String STAGE_VARIABLE = "stageVariables.";
  private static final String CONTEXT = "context.";

  private final Function<Exchange, List<String>> values;

  private IdentitySource(Function<Exchange, List<String>> values) {
    this.values = values;
  }

  /**
   * The source that a mapping expression names, of an HTTP API with {@code $} before it; headers
   * are found in any case.
   *
   * @throws IllegalArgumentException if it names none
   */
  static IdentitySource of(String expression) {
    String single = single(named(expression));
    if (single.startsWith(HEADER)) {
      String name = single.substring(HEADER.length());
      return new IdentitySource(exchange -> header(exchange, name));
    }
    if (single.startsWith(QUERY)) {
      String name = single.substring(QUERY.length());
      return new IdentitySource(exchange -> exchange.queryParameters(name));
    }
    if (single.startsWith(STAGE_VARIABLE)) {
      String name = single.substring(STAGE_VARIABLE.length());
      return new IdentitySource(exchange -> exchange.stageVariable(name));
    }
    if (single.startsWith(CONTEXT)) {
      Optional<ContextVariable> variable = variable(single.substring(CONTEXT.length()));
      return variable
          .map(known -> new IdentitySource(exchange -> exchange.context().values(known)))
          .orElseGet(() -> new IdentitySource(exchange -> List.of()));
    }
    throw new IllegalArgumentException("no identity source: " + expression);
  }

  /** What the client says, or the gateway where it adds the header. */
  private static List<String> header(Exchange exchange, String name) {
    String added = ClientOrigin.header(exchange, name);
    return added == null ? exchange.head().inAnyCase(name) : List.of(added);
  }

  /** Expressions of HTTP APIs as those of REST APIs. */
  private static String named(String expression) {
    if (expression.startsWith("$request.")) {
      return "method." + expression.substring(1);
    }
    return expression.startsWith("$") ? expression.substring(1) : expression;
  }

  /** All values are an identity, whether an expression says so or not. */
  private static String single(String named) {
    return named.startsWith(SEVERAL) ? ONE + named.substring(SEVERAL.length()) : named;
  }

  /** A name that is none never has a value. */
  private static Optional<ContextVariable> variable(String name) {
    return Stream.of(ContextVariable.values())
        .filter(variable -> variable.names().contains(name))
        .findFirst();
  }

  /** The values in a request: none, or only empty ones, if it has no identity there. */
  List<String> values(Exchange exchange) {
    return values.apply(exchange);
  }
}
