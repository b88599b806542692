package io.gatemason.runtime.httpapi;

import io.gatemason.runtime.auth.Challenge;
import io.gatemason.runtime.exchange.ErrorDetails;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.exchange.ProxyAnswer;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.payload.Payload;
import java.nio.charset.StandardCharsets;

/** What HTTP APIs answer by themselves (docs/behaviour/http-api.md#failures). */
public final class HttpApiFailures {
  private HttpApiFailures() {}

  /** Answers a failure: {@code {"message":"Not Found"}} and the like. */
  public static void send(Exchange exchange, GatewayFailure failure) {
    Answer answer = answer(failure);
    exchange.integrationFailed(failure);
    exchange.gatewayAnswer(
        answer.status(),
        new ErrorDetails(failure.type().name(), answer.text(), failure.validationError()));
    ProxyAnswer sent = exchange.proxyAnswer(answer.status());
    sent.header("content-type", "application/json");
    Challenge challenge = exchange.context().left(Challenge.class);
    if (challenge != null && answer.status() < 500) {
      sent.header("www-authenticate", challenge.value());
    }
    sent.send(
        Payload.of(("{\"message\":\"" + answer.text() + "\"}").getBytes(StandardCharsets.UTF_8)));
  }

  private record Answer(int status, String text) {}

  private static Answer answer(GatewayFailure failure) {
    return switch (failure.type()) {
      case RESOURCE_NOT_FOUND -> new Answer(404, "Not Found");
      case UNAUTHORIZED -> new Answer(401, "Unauthorized");
      case ACCESS_DENIED,
          EXPIRED_TOKEN,
          INVALID_API_KEY,
          INVALID_SIGNATURE,
          MISSING_AUTHENTICATION_TOKEN,
          WAF_FILTERED ->
          new Answer(403, "Forbidden");
      case REQUEST_TOO_LARGE -> new Answer(413, "Request Entity Too Large");
      case THROTTLED, QUOTA_EXCEEDED -> new Answer(429, "Too Many Requests");
      case INTEGRATION_FAILURE, INTEGRATION_TIMEOUT -> new Answer(503, "Service Unavailable");
      case BAD_REQUEST_BODY, BAD_REQUEST_PARAMETERS, DEFAULT_4XX -> new Answer(400, "Bad Request");
      case UNSUPPORTED_MEDIA_TYPE -> new Answer(415, "Unsupported Media Type");
      default ->
          failure.status() == 503
              ? new Answer(503, "Service Unavailable")
              : new Answer(500, "Internal Server Error");
    };
  }
}
