package io.gatemason.runtime.traffic;

import java.util.List;

/**
 * A request that was served.
 *
 * @param number counts the requests of the service from 1
 * @param epochMillis when it ended, in milliseconds since 1970
 * @param requestId its id
 * @param key the method that answered
 * @param canary whether the canary of the stage did
 * @param httpMethod the verb as sent
 * @param path the path as sent, without the query
 * @param status the status of the answer, 0 if there was none
 * @param micros how long it took, in microseconds
 * @param integrationMicros how long its integration took, -1 if none was called
 * @param error the type of the gateway response, "" if there was none
 * @param cache {@code hit}, {@code miss}, or "" where no cache was asked
 * @param tried whether it was sent from the console
 * @param steps its execution log
 */
public record Served(
    long number,
    long epochMillis,
    String requestId,
    MethodKey key,
    boolean canary,
    String httpMethod,
    String path,
    int status,
    long micros,
    long integrationMicros,
    String error,
    String cache,
    boolean tried,
    List<Step> steps) {

  /** Copies the steps. */
  public Served {
    steps = List.copyOf(steps);
  }
}
