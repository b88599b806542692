package io.gatemason.runtime.failure;

import java.io.Serial;
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

  /** The gateway response type. */
  public GatewayResponseType type() {
    return type;
  }

  /** The status before any customisation. */
  public int status() {
    return status;
  }

  /** Whether the body was refused, what is left of it unread. */
  public boolean refusesBody() {
    return switch (type) {
      case REQUEST_TOO_LARGE -> true;
      case UNSUPPORTED_MEDIA_TYPE -> !executing;
      default -> false;
    };
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

  /** A failure in the words of its type, before the method executes. */
  static GatewayFailure before(GatewayResponseType type, String logLine) {
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
}
