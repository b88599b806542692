package io.gatemason.runtime.exchange;

import io.gatemason.runtime.client.CertificateTexts;
import io.gatemason.runtime.client.ClientRequest;
import io.gatemason.runtime.client.ClientTls;
import io.gatemason.runtime.client.HostName;
import io.gatemason.runtime.client.TraceHeader;
import io.gatemason.runtime.exchange.CallRecord.Ended;
import io.gatemason.runtime.exchange.CallRecord.Phase;
import io.gatemason.runtime.stage.StableId;
import io.gatemason.runtime.stage.StagePath;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The context variables that follow from the request itself, each computed when asked for. */
final class RequestContext {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  /** The second that was formatted last, which requests share. */
  private static volatile Second formatted = new Second(-1, "");

  private final Exchange exchange;
  private final ClientRequest request;
  private final Arrival arrival;

  RequestContext(Exchange exchange, ClientRequest request, Arrival arrival) {
    this.exchange = exchange;
    this.request = request;
    this.arrival = arrival;
  }

  /** The value, null if the variable does not follow from the request or has none. */
  @Nullable String value(ContextVariable variable) {
    StagePath.Match match = arrival.stagePath().match();
    ClientTls tls = request.tls();
    return switch (variable) {
      case REQUEST_ID ->
          arrival.api().httpApi() ? arrival.ids().extendedRequestId() : arrival.ids().requestId();
      case EXTENDED_REQUEST_ID -> arrival.ids().extendedRequestId();
      case API_ID -> arrival.api().apiId();
      case ACCOUNT_ID -> arrival.api().accountId();
      case STAGE -> text(arrival.api().stage());
      case DEPLOYMENT_ID -> arrival.api().deploymentId();
      case IS_CANARY_REQUEST -> canary(arrival.api());
      case PATH -> arrival.path();
      case RESOURCE_PATH -> text(exchange.resourcePath());
      case RESOURCE_ID -> arrival.api().httpApi() ? null : resourceIdOf(exchange.resourcePath());
      case HTTP_METHOD -> arrival.route().httpMethod();
      case PROTOCOL -> arrival.api().httpApi() ? "HTTP/1.1" : request.protocol();
      case REQUEST_TIME -> requestTime();
      case REQUEST_TIME_EPOCH -> Long.toString(arrival.epochMillis());
      case DOMAIN_NAME -> text(host());
      case DOMAIN_PREFIX -> text(firstLabel(host()));
      case CUSTOM_DOMAIN_BASE_PATH_MATCHED -> match == null ? null : match.basePath();
      case CUSTOM_DOMAIN_ROUTING_RULE_ID_MATCHED -> match == null ? null : match.rule();
      case TLS_VERSION -> tls == null ? null : tls.version();
      case CIPHER_SUITE -> tls == null ? null : tls.cipherSuite();
      case IDENTITY_CLIENT_CERT_CLIENT_CERT_PEM,
          IDENTITY_CLIENT_CERT_ISSUER_DN,
          IDENTITY_CLIENT_CERT_SERIAL_NUMBER,
          IDENTITY_CLIENT_CERT_SUBJECT_DN,
          IDENTITY_CLIENT_CERT_VALIDITY_NOT_AFTER,
          IDENTITY_CLIENT_CERT_VALIDITY_NOT_BEFORE ->
          tls == null || tls.certificates().isEmpty()
              ? null
              : clientCert(variable, tls.certificates().getFirst());
      case IDENTITY_SOURCE_IP -> exchange.origin().sourceIp();
      case IDENTITY_USER_AGENT -> userAgent();
      case STATUS -> status(exchange.status());
      case INTEGRATION_LATENCY -> millis(exchange.record().integrationMillis());
      case INTEGRATION_STATUS -> status(exchange.record().integrationStatus());
      case INTEGRATION_INTEGRATION_STATUS -> status(exchange.record().serviceStatus());
      case RESPONSE_LENGTH ->
          exchange.answering() ? Long.toString(exchange.responseLength()) : null;
      case DATA_PROCESSED -> Long.toString(exchange.dataProcessed());
      case ROUTE_KEY -> routeKey(exchange.method());
      case RESPONSE_LATENCY -> millis(exchange.record().millis());
      case XRAY_TRACE_ID -> TraceHeader.read(exchange.traceId()).root();
      case AUTHENTICATE_ERROR -> error(Phase.AUTHENTICATE);
      case AUTHENTICATE_LATENCY -> latency(Phase.AUTHENTICATE);
      case AUTHENTICATE_STATUS -> status(Phase.AUTHENTICATE);
      case AUTHORIZE_ERROR -> error(Phase.AUTHORIZE);
      case AUTHORIZE_LATENCY -> latency(Phase.AUTHORIZE);
      case AUTHORIZE_STATUS -> status(Phase.AUTHORIZE);
      case AUTHORIZER_ERROR -> error(Phase.AUTHORIZER);
      case AUTHORIZER_LATENCY -> latency(Phase.AUTHORIZER);
      case AUTHORIZER_STATUS -> status(Phase.AUTHORIZER);
      case WAF_ERROR -> error(Phase.WAF);
      case WAF_LATENCY -> latency(Phase.WAF);
      case WAF_STATUS -> status(Phase.WAF);
      case IDENTITY_VPC_ID -> arrival.api().endpoint().vpc();
      case IDENTITY_VPCE_ID -> arrival.api().endpoint().vpce();
      case ENDPOINT_TYPE -> arrival.api().httpApi() ? null : arrival.api().endpoint().type();
      case INTEGRATION_RESPONSE_TRANSFER_MODE -> transferMode(exchange.record());
      default -> null;
    };
  }

  private @Nullable String error(Phase phase) {
    Ended ended = exchange.record().phase(phase);
    return ended == null ? null : ended.error();
  }

  private @Nullable String latency(Phase phase) {
    Ended ended = exchange.record().phase(phase);
    return ended == null ? null : Long.toString(ended.millis());
  }

  private @Nullable String status(Phase phase) {
    Ended ended = exchange.record().phase(phase);
    return ended == null ? null : Integer.toString(ended.status());
  }

  private static @Nullable String transferMode(CallRecord record) {
    return record.serviceStatus() == 0 ? null : record.isStreamed() ? "STREAMED" : "BUFFERED";
  }

  private static @Nullable String clientCert(
      ContextVariable variable, X509Certificate certificate) {
    return switch (variable) {
      case IDENTITY_CLIENT_CERT_CLIENT_CERT_PEM -> CertificateTexts.pem(certificate);
      case IDENTITY_CLIENT_CERT_ISSUER_DN ->
          CertificateTexts.name(certificate.getIssuerX500Principal());
      case IDENTITY_CLIENT_CERT_SERIAL_NUMBER -> CertificateTexts.serialNumber(certificate);
      case IDENTITY_CLIENT_CERT_SUBJECT_DN ->
          CertificateTexts.name(certificate.getSubjectX500Principal());
      case IDENTITY_CLIENT_CERT_VALIDITY_NOT_AFTER ->
          CertificateTexts.time(certificate.getNotAfter());
      case IDENTITY_CLIENT_CERT_VALIDITY_NOT_BEFORE ->
          CertificateTexts.time(certificate.getNotBefore());
      default -> null;
    };
  }

  /** A method whose path is no path is the route {@code $default}. */
  private static @Nullable String routeKey(@Nullable MethodInfo method) {
    if (method == null) {
      return null;
    }
    return method.resourcePath().startsWith("/")
        ? method.httpMethod() + " " + method.resourcePath()
        : "$default";
  }

  private static @Nullable String canary(ApiInfo api) {
    return api.canary() == null ? null : Boolean.toString(api.servesCanary());
  }

  private static @Nullable String millis(long time) {
    return time < 0 ? null : Long.toString(time);
  }

  private static @Nullable String status(int code) {
    // Logs ask for it after each request.
    return switch (code) {
      case 0 -> null;
      case 200 -> "200";
      default -> Integer.toString(code);
    };
  }

  private @Nullable String userAgent() {
    List<String> values = exchange.header("User-Agent");
    return values.isEmpty() ? null : values.getFirst();
  }

  private String requestTime() {
    long second = Math.floorDiv(arrival.epochMillis(), 1_000L);
    Second known = formatted;
    if (known.epochSecond != second) {
      known = new Second(second, TIME.format(Instant.ofEpochSecond(second)));
      formatted = known;
    }
    return known.text;
  }

  private static @Nullable String text(String value) {
    return value.isEmpty() ? null : value;
  }

  private static @Nullable String resourceIdOf(String resourcePath) {
    return switch (resourcePath) {
      case "" -> null;
      case "/" -> StableId.of(resourcePath, 10);
      default -> StableId.of(resourcePath, 6);
    };
  }

  private String host() {
    return exchange
        .origin()
        .host()
        .map(HostName::of)
        .orElseGet(() -> HostName.of(request.authority()));
  }

  private static String firstLabel(String host) {
    int dot = host.indexOf('.');
    return dot < 0 ? host : host.substring(0, dot);
  }

  /** A second since 1970, and how it is written. */
  private record Second(long epochSecond, String text) {}
}
