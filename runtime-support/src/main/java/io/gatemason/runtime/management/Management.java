package io.gatemason.runtime.management;

import io.gatemason.runtime.cache.StageCache;
import io.gatemason.runtime.console.Console;
import io.gatemason.runtime.observe.Observation;
import io.gatemason.runtime.service.Services;
import io.gatemason.runtime.store.StoreUnavailableException;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers the requests of whoever runs the service. Source: {@code docs/behaviour/management.md}.
 */
final class Management implements Handler {
  private static final System.Logger LOG = System.getLogger(Management.class.getName());
  private static final int MOST_DAYS = 93;

  private final Services services;
  private final Observation observation;
  private final Guard guard;
  private final @Nullable Console console;
  private volatile boolean stopping;

  Management(Services services, Observation observation, Guard guard, @Nullable Console console) {
    this.services = services;
    this.observation = observation;
    this.guard = guard;
    this.console = console;
  }

  /** From now on the service is not ready. */
  void stopping() {
    stopping = true;
  }

  @Override
  public void handle(ServerRequest request, ServerResponse response) {
    String action = request.prologue().method().text() + " " + request.path().path();
    if (!guard.namesThisListener(request)) {
      answer(response, Status.MISDIRECTED_REQUEST_421, "{\"message\":\"unknown host\"}");
    } else if (action.equals("GET /health")) {
      answer(response, Status.OK_200, "{\"status\":\"UP\"}");
    } else if (action.equals("GET /ready")) {
      answer(
          response,
          stopping ? Status.SERVICE_UNAVAILABLE_503 : Status.OK_200,
          stopping ? "{\"status\":\"DOWN\"}" : "{\"status\":\"UP\"}");
    } else if (console == null || !console.answersFile(action, response)) {
      guarded(action, request, response);
    }
  }

  /** What only those may do who know the token. */
  private void guarded(String action, ServerRequest request, ServerResponse response) {
    if (!guard.knowsToken(request)) {
      response.header(HeaderNames.WWW_AUTHENTICATE, "Bearer");
      answer(response, Status.UNAUTHORIZED_401, "{\"message\":\"token needed\"}");
    } else if (action.equals("GET /metrics")) {
      metrics(request, response);
    } else if (action.startsWith("POST ") && !guard.isOfSameOrigin(request)) {
      answer(response, Status.FORBIDDEN_403, "{\"message\":\"X-Requested-By needed\"}");
    } else {
      act(action, request, response);
    }
  }

  /** What may need state that is shared. */
  private void act(String action, ServerRequest request, ServerResponse response) {
    try {
      switch (action) {
        case "GET /usage" -> usage(request, response);
        case "POST /usage" -> setRemaining(request, response);
        case "POST /cache/flush" -> flush(request, response);
        case "POST /authorizers/flush" -> flushAuthorizers(request, response);
        default -> {
          if (console == null || !console.answers(action, request, response)) {
            answer(response, Status.NOT_FOUND_404, "{\"message\":\"no such action\"}");
          }
        }
      }
    } catch (StoreUnavailableException e) {
      LOG.log(System.Logger.Level.WARNING, "management: {0}", e.getMessage());
      answer(
          response,
          Status.SERVICE_UNAVAILABLE_503,
          "{\"message\":\"shared state cannot be reached\"}");
    }
  }

  private void metrics(ServerRequest request, ServerResponse response) {
    String accept =
        request.headers().contains(HeaderNames.ACCEPT)
            ? String.join(",", request.headers().get(HeaderNames.ACCEPT).allValues())
            : "";
    observation
        .exposition(accept)
        .ifPresentOrElse(
            metrics ->
                response
                    .header(HeaderNames.CONTENT_TYPE, metrics.contentType())
                    .send(metrics.text()),
            () -> answer(response, Status.NOT_FOUND_404, "{\"message\":\"no metrics\"}"));
  }

  private void usage(ServerRequest request, ServerResponse response) {
    String key = parameter(request, "keyId", "");
    if (key.isEmpty()) {
      answer(response, Status.BAD_REQUEST_400, "{\"message\":\"keyId is missing\"}");
      return;
    }
    LocalDate today = services.plans().today();
    try {
      LocalDate start = LocalDate.parse(parameter(request, "startDate", today.toString()));
      LocalDate end = LocalDate.parse(parameter(request, "endDate", today.toString()));
      if (end.isBefore(start) || ChronoUnit.DAYS.between(start, end) > MOST_DAYS) {
        throw new DateTimeParseException("not in order, or too far apart", end.toString(), 0);
      }
      Optional<String> usage =
          services.plans().usage(parameter(request, "usagePlanId", ""), key, start, end);
      answer(
          response,
          usage.isPresent() ? Status.OK_200 : Status.NOT_FOUND_404,
          usage.orElse("{\"message\":\"no such usage plan\"}"));
    } catch (DateTimeParseException e) {
      answer(
          response,
          Status.BAD_REQUEST_400,
          "{\"message\":\"dates are YYYY-MM-DD, at most %d days apart\"}".formatted(MOST_DAYS));
    }
  }

  private void setRemaining(ServerRequest request, ServerResponse response) {
    String remaining = parameter(request, "remaining", "");
    if (!remaining.matches("[0-9]{1,12}")) {
      answer(response, Status.BAD_REQUEST_400, "{\"message\":\"remaining is a number\"}");
      return;
    }
    boolean known =
        services
            .plans()
            .remaining(
                parameter(request, "usagePlanId", ""),
                parameter(request, "keyId", ""),
                Long.parseLong(remaining));
    answer(
        response,
        known ? Status.OK_200 : Status.NOT_FOUND_404,
        known ? "{}" : "{\"message\":\"no such key in a usage plan with a quota\"}");
  }

  private void flush(ServerRequest request, ServerResponse response) {
    Optional<StageCache> cache =
        services.caches().find(parameter(request, "api", ""), parameter(request, "stage", ""));
    cache.ifPresent(StageCache::flush);
    answer(
        response,
        cache.isPresent() ? Status.ACCEPTED_202 : Status.NOT_FOUND_404,
        cache.isPresent() ? "{}" : "{\"message\":\"no such stage with a cache\"}");
  }

  private void flushAuthorizers(ServerRequest request, ServerResponse response) {
    boolean known =
        services.flushAuthorizers(parameter(request, "api", ""), parameter(request, "stage", ""));
    answer(
        response,
        known ? Status.ACCEPTED_202 : Status.NOT_FOUND_404,
        known ? "{}" : "{\"message\":\"no such stage with authorizers\"}");
  }

  private static String parameter(ServerRequest request, String name, String ifMissing) {
    return request.query().first(name).orElse(ifMissing);
  }

  private static void answer(ServerResponse response, Status status, String json) {
    response.status(status).header(HeaderNames.CONTENT_TYPE, "application/json").send(json);
  }
}
