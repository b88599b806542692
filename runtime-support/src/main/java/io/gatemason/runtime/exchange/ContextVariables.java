package io.gatemason.runtime.exchange;

import io.gatemason.runtime.json.Json;
import io.helidon.webserver.http.ServerRequest;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The context variables of one exchange, each as a value list: one text, or nothing if the variable
 * has no value. Variables of features that take no part in a request, such as an authorizer, are
 * missing.
 */
public final class ContextVariables {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  /** The second that was formatted last, which requests share. */
  private static volatile Second formatted = new Second(-1, "");

  private final Exchange exchange;
  private final ServerRequest request;
  private final Arrival arrival;
  private @Nullable ErrorDetails error;

  ContextVariables(Exchange exchange, ServerRequest request, Arrival arrival) {
    this.exchange = exchange;
    this.request = request;
    this.arrival = arrival;
  }

  void error(ErrorDetails details) {
    error = details;
  }

  /** Request id, which a client may have supplied. */
  public List<String> requestId() {
    return List.of(arrival.ids().requestId());
  }

  /** Value of x-amz-apigw-id. */
  public List<String> extendedRequestId() {
    return List.of(arrival.ids().extendedRequestId());
  }

  /** Id of the API. */
  public List<String> apiId() {
    return List.of(arrival.api().apiId());
  }

  /** Account that owns the API. */
  public List<String> accountId() {
    return List.of(arrival.api().accountId());
  }

  /** Name of the stage; missing if the API answers at the root. */
  public List<String> stage() {
    return text(arrival.api().stage());
  }

  /** Id of the deployment. */
  public List<String> deploymentId() {
    return List.of(StableId.of(arrival.api().apiId() + "/" + arrival.api().stage(), 6));
  }

  /** Raw request path, stage included. */
  public List<String> path() {
    return List.of(arrival.path());
  }

  /** Path of the resource with its variables in braces; missing if no method matched. */
  public List<String> resourcePath() {
    return text(exchange.resourcePath());
  }

  /** Id of the resource; missing if no method matched. */
  public List<String> resourceId() {
    return resourceIdOf(exchange.resourcePath());
  }

  /** Verb, after X-HTTP-Method-Override. */
  public List<String> httpMethod() {
    return List.of(arrival.route().httpMethod());
  }

  /** Protocol and version, such as HTTP/1.1. */
  public List<String> protocol() {
    return List.of(request.prologue().rawProtocol());
  }

  /** Time of arrival as dd/MMM/yyyy:HH:mm:ss +0000. */
  public List<String> requestTime() {
    long second = Math.floorDiv(arrival.epochMillis(), 1_000L);
    Second known = formatted;
    if (known.epochSecond != second) {
      known = new Second(second, TIME.format(Instant.ofEpochSecond(second)));
      formatted = known;
    }
    return List.of(known.text);
  }

  /** Time of arrival in milliseconds since 1970. */
  public List<String> requestTimeEpoch() {
    return List.of(Long.toString(arrival.epochMillis()));
  }

  /** Host that the client asked, without a port. */
  public List<String> domainName() {
    return text(host());
  }

  /** First label of the host. */
  public List<String> domainPrefix() {
    return text(firstLabel(host()));
  }

  /** Address of the TCP peer. */
  public List<String> identitySourceIp() {
    return List.of(peerAddress());
  }

  /** Value of User-Agent. */
  public List<String> identityUserAgent() {
    return exchange.header("User-Agent");
  }

  /** Status of the answer; missing before one is sent. */
  public List<String> status() {
    return exchange.status() == 0 ? List.of() : List.of(Integer.toString(exchange.status()));
  }

  /** Error text; missing outside gateway responses, empty if the error has none. */
  public List<String> errorMessage() {
    return error == null ? List.of() : List.of(error.message() == null ? "" : error.message());
  }

  /** Error text as a JSON string with its quotes, or null; missing outside gateway responses. */
  public List<String> errorMessageString() {
    return error == null
        ? List.of()
        : List.of(error.message() == null ? "null" : Json.quote(error.message()));
  }

  /** Type of the gateway response; missing outside gateway responses. */
  public List<String> errorResponseType() {
    return error == null ? List.of() : List.of(error.responseType());
  }

  /** Bracketed list of validation errors; missing if there was none. */
  public List<String> errorValidationErrorString() {
    return error == null || error.validationError() == null
        ? List.of()
        : List.of(error.validationError());
  }

  /** Request id of an AWS backend; missing unless one answered. */
  public List<String> awsEndpointRequestId() {
    return List.of();
  }

  /** Caller's account; missing for callers that did not sign. */
  public List<String> identityAccountId() {
    return List.of();
  }

  /** Caller's id; missing for callers that did not sign. */
  public List<String> identityCaller() {
    return List.of();
  }

  /** Caller's user id; missing for callers that did not sign. */
  public List<String> identityUser() {
    return List.of();
  }

  /** Caller's ARN; missing for callers that did not sign. */
  public List<String> identityUserArn() {
    return List.of();
  }

  /** Caller's organisation; missing for callers that did not sign. */
  public List<String> identityPrincipalOrgId() {
    return List.of();
  }

  /** Caller's Cognito provider; missing for callers that did not sign. */
  public List<String> identityCognitoAuthenticationProvider() {
    return List.of();
  }

  /** Caller's Cognito authentication type; missing for callers that did not sign. */
  public List<String> identityCognitoAuthenticationType() {
    return List.of();
  }

  /** Caller's Cognito identity; missing for callers that did not sign. */
  public List<String> identityCognitoIdentityId() {
    return List.of();
  }

  /** Caller's Cognito identity pool; missing for callers that did not sign. */
  public List<String> identityCognitoIdentityPoolId() {
    return List.of();
  }

  /** API key; missing unless the method requires one. */
  public List<String> identityApiKey() {
    return List.of();
  }

  /** Id of the API key; missing unless the method requires one. */
  public List<String> identityApiKeyId() {
    return List.of();
  }

  /** VPC of the caller; missing outside private APIs. */
  public List<String> identityVpcId() {
    return List.of();
  }

  /** VPC endpoint of the caller; missing outside private APIs. */
  public List<String> identityVpceId() {
    return List.of();
  }

  /** Whether the canary serves the request; missing without a canary. */
  public List<String> isCanaryRequest() {
    return List.of();
  }

  /** Verdict of the web ACL; missing without one. */
  public List<String> wafResponseCode() {
    return List.of();
  }

  /** ARN of the web ACL; missing without one. */
  public List<String> webaclArn() {
    return List.of();
  }

  private static List<String> text(String value) {
    return value.isEmpty() ? List.of() : List.of(value);
  }

  private static List<String> resourceIdOf(String resourcePath) {
    return switch (resourcePath) {
      case "" -> List.of();
      case "/" -> List.of(StableId.of(resourcePath, 10));
      default -> List.of(StableId.of(resourcePath, 6));
    };
  }

  private String host() {
    return HostName.of(request.authority());
  }

  private static String firstLabel(String host) {
    int dot = host.indexOf('.');
    return dot < 0 ? host : host.substring(0, dot);
  }

  private String peerAddress() {
    SocketAddress peer = request.remotePeer().address();
    return peer instanceof InetSocketAddress address
        ? address.getAddress().getHostAddress()
        : request.remotePeer().host();
  }

  /** A second since 1970, and how it is written. */
  private record Second(long epochSecond, String text) {}
}
