package io.gatemason.runtime.function.host;

import io.gatemason.runtime.clock.WallClock;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

/**
 * What all processes of a service share.
 *
 * @param region region of the service
 * @param environment the variables that the gateway hands on, asked for at the start of a process
 * @param timer runs alarms, which do not block
 * @param reload whether processes are replaced when the code of their function changes
 */
record Surroundings(
    String region,
    Supplier<Map<String, String>> environment,
    WallClock clock,
    ScheduledExecutorService timer,
    boolean reload) {

  /** The headers that go with the event of an invocation, which may last until a time of day. */
  Map<String, String> headers(Invocation invocation, long deadlineMillis) {
    Map<String, String> headers = new TreeMap<>();
    headers.put("Lambda-Runtime-Aws-Request-Id", invocation.id());
    headers.put("Lambda-Runtime-Deadline-Ms", String.valueOf(deadlineMillis));
    headers.put("Lambda-Runtime-Invoked-Function-Arn", invocation.call().functionArn(region));
    headers.put("Lambda-Runtime-Trace-Id", invocation.call().traceId());
    if (!invocation.call().clientContext().isEmpty()) {
      headers.put("Lambda-Runtime-Client-Context", ascii(invocation.call().clientContext()));
    }
    return headers;
  }

  /** JSON for a header, where bytes beyond ASCII would be read in one way or another. */
  private static String ascii(String json) {
    StringBuilder text = new StringBuilder(json.length());
    json.chars()
        .forEach(
            c -> text.append(c < 128 ? String.valueOf((char) c) : String.format("\\u%04x", c)));
    return text.toString();
  }
}
