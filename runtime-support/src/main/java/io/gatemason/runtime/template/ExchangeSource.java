package io.gatemason.runtime.template;

import io.gatemason.runtime.client.RequestFields;
import io.gatemason.runtime.exchange.ClientOrigin;
import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.failure.GatewayFailure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What templates see of a real exchange. */
final class ExchangeSource implements TemplateSource {
  private final Exchange exchange;
  private final Supplier<String> payload;
  private final Function<String, RuntimeException> malformed;

  private ExchangeSource(
      Exchange exchange, Supplier<String> payload, Function<String, RuntimeException> malformed) {
    this.exchange = exchange;
    this.payload = payload;
    this.malformed = malformed;
  }

  /** The client's payload is to blame if it is malformed. */
  static TemplateSource request(Exchange exchange, Supplier<String> payload) {
    return new ExchangeSource(exchange, payload, GatewayFailure::badRequestBody);
  }

  /** A malformed payload of an integration is a failure of the gateway. */
  static TemplateSource response(Exchange exchange, Supplier<String> payload) {
    return new ExchangeSource(exchange, payload, GatewayFailure::internalError);
  }

  @Override
  public String body() {
    return payload.get();
  }

  @Override
  public RuntimeException malformedBody(String detail) {
    return malformed.apply(detail);
  }

  @Override
  public @Nullable String parameter(String name) {
    return first(exchange.anyParameter(name));
  }

  @Override
  public Map<String, String> pathParameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String name : exchange.pathParameterNames()) {
      putFirst(parameters, name, exchange.pathParameter(name));
    }
    return parameters;
  }

  @Override
  public Map<String, String> queryParameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    exchange.head().query().forEach(parameters::put);
    return parameters;
  }

  @Override
  public Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    RequestFields fields = exchange.head().fields();
    for (int i = 0; i < fields.count(); i++) {
      String name = fields.name(i);
      if (fields.find(name, 0) == i && ClientOrigin.header(exchange, name) == null) {
        putFirst(headers, name, exchange.header(name));
      }
    }
    for (String name : ClientOrigin.HEADERS) {
      putFirst(headers, name, exchange.header(name));
    }
    return headers;
  }

  @Override
  public Map<String, String> stageVariables() {
    return exchange.api().stageVariables();
  }

  @Override
  public @Nullable Map<String, Object> authorizer() {
    Map<String, Object> said = exchange.context().authorizer();
    return said.isEmpty() ? null : said;
  }

  @Override
  public @Nullable String context(ContextVariable variable) {
    return exchange.context().text(variable);
  }

  private static void putFirst(Map<String, String> to, String name, List<String> values) {
    if (!values.isEmpty()) {
      to.put(name, values.getFirst());
    }
  }

  private static @Nullable String first(List<String> values) {
    return values.isEmpty() ? null : values.getFirst();
  }
}
