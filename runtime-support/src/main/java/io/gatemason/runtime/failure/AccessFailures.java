package io.gatemason.runtime.failure;

import io.gatemason.runtime.digest.Sha256;
import org.jspecify.annotations.Nullable;

/** The ways in which a request ends because of who makes it, before its method executes. */
public final class AccessFailures {
  private static final String BY_POLICY = " with an explicit deny in an identity-based policy";

  private AccessFailures() {}

  /** No method answers the request, and it has no Authorization header. */
  public static GatewayFailure missingAuthenticationToken() {
    return GatewayFailure.before(
        GatewayResponseType.MISSING_AUTHENTICATION_TOKEN, "no method matches");
  }

  /**
   * No method answers the request, and its Authorization header is no signature. The client is told
   * the header's hash, as captured from the managed service.
   */
  public static GatewayFailure incompleteSignature(String authorization) {
    String text =
        "Invalid key=value pair (missing equal-sign) in Authorization header "
            + "(hashed with SHA-256 and encoded with Base64): '"
            + Sha256.base64(authorization)
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

  /** A web ACL blocks the request: 403. */
  public static GatewayFailure blockedByWebAcl(String rule) {
    return of(
        GatewayResponseType.WAF_FILTERED, "Forbidden", "rule " + rule + " of the web ACL blocks");
  }

  /** Nobody in particular calls, or nobody who is known: 401. */
  public static GatewayFailure unauthorized(String logLine) {
    return of(GatewayResponseType.UNAUTHORIZED, "Unauthorized", logLine);
  }

  /** The caller's token was good once: 401. */
  public static GatewayFailure tokenExpired() {
    return of(GatewayResponseType.UNAUTHORIZED, "The incoming token has expired", "token expired");
  }

  /** The policy that an authorizer returned denies the call, explicitly or by saying nothing. */
  public static GatewayFailure deniedByAuthorizer(boolean explicitly) {
    String text = "User is not authorized to access this resource";
    return of(
        GatewayResponseType.ACCESS_DENIED,
        explicitly ? text + BY_POLICY : text,
        "the authorizer's policy does not allow the call");
  }

  /**
   * A caller's or an API's policy denies the call.
   *
   * @param caller an ARN, or {@code anonymous}
   * @param action such as {@code execute-api:Invoke}
   * @param resource the ARN of the call as clients are told it
   */
  public static GatewayFailure denied(
      String caller, String action, String resource, boolean explicitly) {
    String text =
        "User: "
            + caller
            + " is not authorized to perform: "
            + action
            + " on resource: "
            + resource
            + (explicitly ? " with an explicit deny" : "");
    return of(GatewayResponseType.ACCESS_DENIED, text, "a policy does not allow the call");
  }

  /** No route of an HTTP API answers the request. */
  public static GatewayFailure routeNotFound() {
    return of(GatewayResponseType.RESOURCE_NOT_FOUND, null, "no route matches");
  }

  /** An authorizer cannot be asked, or what it says cannot be used: 500 without a text. */
  public static GatewayFailure authorizerMisconfigured(String logLine) {
    return of(
        GatewayResponseType.AUTHORIZER_CONFIGURATION_ERROR,
        null,
        "Execution failed due to configuration error: Authorizer error: " + logLine);
  }

  /**
   * A signature is missing or wrong.
   *
   * @param text for the client
   * @param errorType the value of x-amzn-ErrorType
   */
  public static GatewayFailure badSignature(
      GatewayResponseType type, String text, String errorType) {
    return new GatewayFailure(
        type,
        type.defaultStatus(),
        text,
        errorType,
        false,
        null,
        "not rightly signed: " + errorType);
  }

  /** The ARN of the call is too long for a policy: 414. */
  public static GatewayFailure arnTooLong() {
    return new GatewayFailure(
        GatewayResponseType.DEFAULT_4XX,
        414,
        "Request URI too long",
        "BadRequestException",
        false,
        null,
        "the ARN of the call is too long");
  }

  private static GatewayFailure of(
      GatewayResponseType type, @Nullable String text, String logLine) {
    return new GatewayFailure(
        type, type.defaultStatus(), text, type.errorType(), false, null, logLine);
  }
}
