package io.gatemason.runtime.failure;

import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ends a request with a gateway response. The exception's own message is the line for the execution
 * log; clients never see it. Carries no stack trace: it is an outcome, not a defect.
 */
public final class GatewayFailure extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final GatewayResponseType type;
  private final int status;
  private final @Nullable String text;
  private final String errorType;
  private final boolean executing;
  private final @Nullable String validationError;

  GatewayFailure(
      GatewayResponseType type,
      int status,
      @Nullable String text,
      String errorType,
      boolean executing,
      @Nullable String validationError,
      String logLine) {
    super(logLine, null, false, false);
    this.type = type;
    this.status = status;
    this.text = text;
    this.errorType = errorType;
    this.executing = executing;
    this.validationError = validationError;
  }

  /** No template fits the request's content type. */
  public static GatewayFailure unsupportedMediaType() {
    return executing(GatewayResponseType.UNSUPPORTED_MEDIA_TYPE, "Unsupported media type");
  }

  /** Content-Encoding is unknown, or the payload is not what it says. */
  public static GatewayFailure unsupportedContentEncoding(String logLine) {
    return before(GatewayResponseType.UNSUPPORTED_MEDIA_TYPE, logLine);
  }

  /** No method answers the request, and it has no Authorization header. */
  public static GatewayFailure missingAuthenticationToken() {
    return before(GatewayResponseType.MISSING_AUTHENTICATION_TOKEN, "no method matches");
  }

  /**
   * No method answers the request, and its Authorization header is no signature. The client is told
   * the header's hash, as captured from the managed service.
   */
  public static GatewayFailure incompleteSignature(String authorization) {
    String text =
        "Invalid key=value pair (missing equal-sign) in Authorization header "
            + "(hashed with SHA-256 and encoded with Base64): '"
            + hash(authorization)
            + "'.";
    return new GatewayFailure(
        GatewayResponseType.INVALID_SIGNATURE,
        403,
        text,
        "IncompleteSignatureException",
        false,
        null,
        "no method matches");
  }

  /** The client may not talk to the host at all. */
  public static GatewayFailure forbidden(String logLine) {
    return new GatewayFailure(
        GatewayResponseType.DEFAULT_4XX,
        403,
        "Forbidden",
        "ForbiddenException",
        false,
        null,
        logLine);
  }

  /** The body is larger than the limit, and its length was not declared. */
  public static GatewayFailure requestTooLarge(String logLine) {
    return before(GatewayResponseType.REQUEST_TOO_LARGE, logLine);
  }

  /** The backend did not answer within the integration's timeout. */
  public static GatewayFailure integrationTimeout() {
    return executing(
        GatewayResponseType.INTEGRATION_TIMEOUT, "Execution failed due to a timeout error");
  }

  /** The backend could not be reached, or broke the connection or the protocol. */
  public static GatewayFailure integrationFailure(String detail) {
    return executing(
        GatewayResponseType.INTEGRATION_FAILURE,
        "Execution failed due to a network error communicating with endpoint: " + detail);
  }

  /** The API cannot be executed as it is configured. */
  public static GatewayFailure configurationError(String detail) {
    return executing(
        GatewayResponseType.API_CONFIGURATION_ERROR,
        "Execution failed due to configuration error: " + detail);
  }

  /** No selection pattern matches the backend's status, and there is no default. */
  public static GatewayFailure noMatchingIntegrationResponse(int status) {
    return configurationError(
        "No match for output mapping and no default output mapping configured."
            + " Endpoint Response Status Code: "
            + status);
  }

  /** A mapping sets a header that the integration may not have. */
  public static GatewayFailure illegalHeader(String name) {
    return internalError(
        "Execution failed due to configuration error: " + name + " header already present");
  }

  /** The API key is absent, unknown, switched off or in no usage plan of the stage. */
  public static GatewayFailure invalidApiKey(String logLine) {
    return before(GatewayResponseType.INVALID_API_KEY, logLine);
  }

  /** A throttle is exceeded. */
  public static GatewayFailure throttled(String logLine) {
    return before(GatewayResponseType.THROTTLED, logLine);
  }

  /** Nothing is left of a quota. */
  public static GatewayFailure quotaExceeded(String logLine) {
    return before(GatewayResponseType.QUOTA_EXCEEDED, logLine);
  }

  /** The caller may not renew cached answers. */
  public static GatewayFailure cacheRenewalDenied() {
    return before(GatewayResponseType.ACCESS_DENIED, "the caller may not invalidate the cache");
  }

  /** The state that limits need is out of reach: 503, customised by DEFAULT_5XX. */
  public static GatewayFailure limitsUnavailable(String logLine) {
    GatewayResponseType type = GatewayResponseType.DEFAULT_5XX;
    return new GatewayFailure(
        type, 503, "Service Unavailable", "ServiceUnavailableException", false, null, logLine);
  }

  /** Required parameters are missing or blank; {@code names} as they are declared, in order. */
  public static GatewayFailure missingParameters(List<String> names) {
    GatewayResponseType type = GatewayResponseType.BAD_REQUEST_PARAMETERS;
    String list = "[" + String.join(", ", names) + "]";
    return new GatewayFailure(
        type,
        type.defaultStatus(),
        type.defaultMessage() + ": " + list,
        type.errorType(),
        true,
        list,
        "Missing required request parameters: " + list);
  }

  /** The body breaks the method's model; {@code detail} is the bracketed list of errors. */
  public static GatewayFailure badRequestBody(String detail) {
    GatewayResponseType type = GatewayResponseType.BAD_REQUEST_BODY;
    return new GatewayFailure(
        type,
        type.defaultStatus(),
        type.defaultMessage(),
        type.errorType(),
        true,
        detail,
        "Request body does not match model schema: " + detail);
  }

  /** A mapping expression reads a body that is not JSON. */
  public static GatewayFailure invalidJsonBody(String logLine) {
    return new GatewayFailure(
        GatewayResponseType.BAD_REQUEST_BODY,
        400,
        "Invalid JSON in request body",
        GatewayResponseType.BAD_REQUEST_BODY.errorType(),
        true,
        null,
        logLine);
  }

  /**
   * A Lambda integration whose method is not POST: INTEGRATION_FAILURE, but with 500, as captured
   * from the managed service.
   */
  public static GatewayFailure wrongLambdaMethod(String method) {
    GatewayResponseType type = GatewayResponseType.INTEGRATION_FAILURE;
    return new GatewayFailure(
        type,
        500,
        "Internal server error",
        type.errorType(),
        true,
        null,
        "Execution failed due to configuration error: functions are not invoked by " + method);
  }

  /** A proxy function ended with an error or returned nonsense: 502, customised by DEFAULT_5XX. */
  public static GatewayFailure badGateway(String logLine) {
    GatewayResponseType type = GatewayResponseType.DEFAULT_5XX;
    return new GatewayFailure(
        type, 502, type.defaultMessage(), type.errorType(), true, null, logLine);
  }

  /** A failure that has no type of its own: 500, customised by DEFAULT_5XX. */
  public static GatewayFailure internalError(String logLine) {
    return executing(GatewayResponseType.DEFAULT_5XX, logLine);
  }

  /**
   * The gateway response that belongs to {@code failure}. {@link
   * ExchangeFailure.Reason#CONNECTION_LOST}, {@link ExchangeFailure.Reason#MALFORMED_BODY} and
   * {@link ExchangeFailure.Reason#OVERLOADED} have none and are not to be passed.
   */
  public static GatewayFailure of(ExchangeFailure failure) {
    String logLine = String.valueOf(failure.getMessage());
    return switch (failure.reason()) {
      case PAYLOAD_TOO_LARGE -> requestTooLarge(logLine);
      case CONTENT_ENCODING -> unsupportedContentEncoding(logLine);
      case REQUEST_BODY_NOT_JSON -> invalidJsonBody(logLine);
      case NOT_BASE64, REQUEST_NOT_TEXT, RESPONSE_NOT_TEXT, ILLEGAL_HEADER, INTERIM_STATUS ->
          configurationError(logLine);
      case BACKEND_PAYLOAD -> integrationFailure(logLine);
      case OVERLOADED, MALFORMED_BODY, CONNECTION_LOST ->
          throw new IllegalArgumentException("no gateway response for " + failure.reason());
    };
  }

  /** The gateway response type. */
  public GatewayResponseType type() {
    return type;
  }

  /** The status before any customisation. */
  public int status() {
    return status;
  }

  /** The error text, null for the JSON value null. */
  public @Nullable String text() {
    return text;
  }

  public String errorType() {
    return errorType;
  }

  /** Whether the method was executing already: the built-in body then has a blank in it. */
  public boolean executing() {
    return executing;
  }

  public @Nullable String validationError() {
    return validationError;
  }

  private static GatewayFailure before(GatewayResponseType type, String logLine) {
    return plain(type, false, logLine);
  }

  private static GatewayFailure executing(GatewayResponseType type, String logLine) {
    return plain(type, true, logLine);
  }

  private static GatewayFailure plain(GatewayResponseType type, boolean executing, String logLine) {
    return new GatewayFailure(
        type,
        type.defaultStatus(),
        type.defaultMessage(),
        type.errorType(),
        executing,
        null,
        logLine);
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
