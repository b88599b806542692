package io.gatemason.runtime.integration.host;

import io.gatemason.runtime.clock.WallClock;
import io.gatemason.runtime.integration.lambda.LambdaFunction;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;

/**
 * What all processes of a service share.
 *
 * @param region region of the service
 * @param accountId account of functions that are named without one
 * @param environment the gateway's own environment variables
 * @param timer runs alarms, which do not block
 * @param reload whether processes are replaced when the code of their function changes
 */
record Surroundings(
    String region,
    String accountId,
    Map<String, String> environment,
    WallClock clock,
    ScheduledExecutorService timer,
    boolean reload) {

  /** The headers that go with the event of an invocation, which may last until a time of day. */
  Map<String, String> headers(Invocation invocation, long deadlineMillis) {
    return Map.of(
        "Lambda-Runtime-Aws-Request-Id",
        invocation.id(),
        "Lambda-Runtime-Deadline-Ms",
        String.valueOf(deadlineMillis),
        "Lambda-Runtime-Invoked-Function-Arn",
        arn(invocation.call().function()),
        "Lambda-Runtime-Trace-Id",
        invocation.call().traceId());
  }

  /** The ARN by which a function is invoked, with its version or alias if that is named. */
  private String arn(LambdaFunction function) {
    String arn =
        function.id().startsWith("arn:")
            ? function.id()
            : "arn:aws:lambda:" + region + ":" + accountId + ":function:" + function.name();
    return function.qualifier().isEmpty() ? arn : arn + ":" + function.qualifier();
  }
}
