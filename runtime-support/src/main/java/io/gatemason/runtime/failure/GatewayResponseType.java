package io.gatemason.runtime.failure;

import org.jspecify.annotations.Nullable;

/**
 * Kinds of responses that the gateway makes itself, with the built-in status, text and error type
 * of each. Source: the managed service's table of gateway response types; texts as captured.
 */
public enum GatewayResponseType {
  ACCESS_DENIED(403, "User is not authorized to access this resource", "AccessDeniedException"),
  API_CONFIGURATION_ERROR(500, Text.INTERNAL, Text.INTERNAL_TYPE),
  AUTHORIZER_CONFIGURATION_ERROR(500, null, "AuthorizerConfigurationException"),
  AUTHORIZER_FAILURE(500, null, "AuthorizerFailureException"),
  BAD_REQUEST_PARAMETERS(400, "Missing required request parameters", Text.BAD_REQUEST_TYPE),
  BAD_REQUEST_BODY(400, "Invalid request body", Text.BAD_REQUEST_TYPE),
  DEFAULT_4XX(400, "Bad request", Text.BAD_REQUEST_TYPE),
  DEFAULT_5XX(500, Text.INTERNAL, Text.INTERNAL_TYPE),
  EXPIRED_TOKEN(
      403, "The security token included in the request is expired", "ExpiredTokenException"),
  INTEGRATION_FAILURE(504, "Network error communicating with endpoint", Text.INTERNAL_TYPE),
  INTEGRATION_TIMEOUT(504, "Endpoint request timed out", Text.INTERNAL_TYPE),
  INVALID_API_KEY(403, Text.FORBIDDEN, Text.FORBIDDEN_TYPE),
  INVALID_SIGNATURE(
      403,
      "The request signature we calculated does not match the signature you provided.",
      "InvalidSignatureException"),
  MISSING_AUTHENTICATION_TOKEN(
      403, "Missing Authentication Token", "MissingAuthenticationTokenException"),
  QUOTA_EXCEEDED(429, "Limit Exceeded", "LimitExceededException"),
  REQUEST_TOO_LARGE(413, "Request Too Long", "RequestTooLargeException"),
  RESOURCE_NOT_FOUND(404, "Not Found", "ResourceNotFoundException"),
  THROTTLED(429, "Too Many Requests", "TooManyRequestsException"),
  UNAUTHORIZED(401, "Unauthorized", "UnauthorizedException"),
  UNSUPPORTED_MEDIA_TYPE(415, "Unsupported Media Type", Text.BAD_REQUEST_TYPE),
  WAF_FILTERED(403, Text.FORBIDDEN, Text.FORBIDDEN_TYPE);

  private final int defaultStatus;
  private final @Nullable String defaultMessage;
  private final String errorType;

  GatewayResponseType(int defaultStatus, @Nullable String defaultMessage, String errorType) {
    this.defaultStatus = defaultStatus;
    this.defaultMessage = defaultMessage;
    this.errorType = errorType;
  }

  /** The built-in status. */
  public int defaultStatus() {
    return defaultStatus;
  }

  /** Whether the fallback of the type is DEFAULT_4XX and not DEFAULT_5XX. */
  public boolean clientError() {
    return defaultStatus < 500;
  }

  /** The built-in text, null for the JSON value null. */
  @Nullable String defaultMessage() {
    return defaultMessage;
  }

  /** The built-in value of x-amzn-ErrorType. */
  String errorType() {
    return errorType;
  }

  /** Texts that several types share; an enum cannot name constants of its own before its values. */
  private static final class Text {
    static final String INTERNAL = "Internal server error";
    static final String INTERNAL_TYPE = "InternalServerErrorException";
    static final String BAD_REQUEST_TYPE = "BadRequestException";
    static final String FORBIDDEN = "Forbidden";
    static final String FORBIDDEN_TYPE = "ForbiddenException";
  }
}
