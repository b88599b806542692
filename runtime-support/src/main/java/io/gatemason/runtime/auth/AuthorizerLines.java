package io.gatemason.runtime.auth;

import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.exchange.RequestValues;
import io.gatemason.runtime.function.LambdaFunction;
import io.gatemason.runtime.json.Json;
import io.gatemason.runtime.log.ExecutionLog;
import io.gatemason.runtime.log.ExecutionLog.Detail;
import io.gatemason.runtime.log.LogText;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What the execution log says of a Lambda authorizer. Source: {@code
 * docs/behaviour/logs.md#authorizers}.
 */
final class AuthorizerLines {
  private AuthorizerLines() {}

  /** The authorizer of that name is about to judge the caller. */
  static void begin(Exchange exchange, String name, CallerIdentity identity) {
    ExecutionLog log = exchange.log();
    if (log.wants(Detail.EVENT)) {
      log.aside(
          Detail.EVENT,
          "Starting authorizer: " + name + " for request: " + exchange.ids().requestId());
      log.aside(
          Detail.EVENT,
          "Incoming identity: " + LogText.masked(String.join(",", identity.shown(exchange))));
    }
  }

  /**
   * The function is asked, since nothing is known of the caller.
   *
   * @param shown what the caller has shown, which is masked in the event
   */
  static void asks(Exchange exchange, LambdaFunction function, byte[] event, List<String> shown) {
    ExecutionLog log = exchange.log();
    if (log.wants(Detail.DATA)) {
      log.aside(Detail.DATA, "Endpoint request URI: " + function.uri());
      log.aside(
          Detail.DATA,
          "Endpoint request body after transformations: "
              + masked(new String(event, StandardCharsets.UTF_8), shown));
    }
  }

  private static String masked(String event, List<String> shown) {
    String text = event;
    for (String value : shown) {
      text = text.replace(Json.quote(value.strip()), Json.quote(LogText.masked(value.strip())));
    }
    return text;
  }

  /** The function has answered. */
  static void said(Exchange exchange, byte[] result) {
    exchange
        .log()
        .before(
            Detail.DATA,
            () ->
                "Authorizer result body before parsing: "
                    + new String(result, StandardCharsets.UTF_8));
  }

  /** The caller may call. */
  static void end(Exchange exchange) {
    ExecutionLog log = exchange.log();
    if (log.wants(Detail.EVENT)) {
      String principal = RequestValues.text(exchange.context().authorizer("principalId"), "");
      log.aside(
          Detail.EVENT,
          "Using valid authorizer policy for principal: " + LogText.masked(principal));
      log.aside(Detail.EVENT, "Successfully completed authorizer execution");
    }
  }
}
