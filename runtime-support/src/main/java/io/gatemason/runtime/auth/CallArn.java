package io.gatemason.runtime.auth;

import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.exchange.MethodInfo;
import io.gatemason.runtime.exchange.Route;
import io.gatemason.runtime.failure.AccessFailures;
import io.gatemason.runtime.policy.MethodArn;
import java.util.StringJoiner;

/** The ARN of the method that a request calls (docs/behaviour/authorization.md#method-arn). */
final class CallArn {
  private static final int LONGEST = 1_600;

  private CallArn() {}

  /**
   * The ARN. Its path has the segments that routing saw: empty ones and a slash at the end do not
   * count, so that a policy cannot be passed by with them.
   *
   * @throws io.gatemason.runtime.failure.GatewayFailure 414 if it is too long for a policy
   */
  static MethodArn of(Exchange exchange, String region) {
    String name = exchange.api().stage();
    String stage = name.isEmpty() ? "$default" : name;
    String prefix =
        "arn:"
            + partition(region)
            + ":execute-api:"
            + region
            + ":"
            + exchange.api().accountId()
            + ":";
    String apiId = exchange.api().apiId();
    MethodInfo method = exchange.method();
    MethodArn arn =
        method != null && method.takesMessages()
            ? MethodArn.ofRoute(prefix, apiId, stage, method.resourcePath())
            : MethodArn.of(
                prefix, apiId, stage, exchange.route().httpMethod(), path(exchange.route()));
    if (arn.text().length() > LONGEST) {
      throw AccessFailures.arnTooLong();
    }
    return arn;
  }

  private static String path(Route route) {
    if (route.length() == 1) {
      return route.segment(0);
    }
    StringJoiner path = new StringJoiner("/");
    for (int i = 0; i < route.length(); i++) {
      path.add(route.segment(i));
    }
    return path.toString();
  }

  private static String partition(String region) {
    if (region.startsWith("cn-")) {
      return "aws-cn";
    }
    return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
  }
}
