package io.gatemason.runtime.integration;

import io.gatemason.runtime.aws.AwsEndpoint;
import io.gatemason.runtime.exchange.CallRecord;
import io.gatemason.runtime.exchange.CallTrace.Called;
import io.gatemason.runtime.exchange.CallTrace.Callee;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.transport.TargetText;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is going to be sent to a function or another service of AWS. Made and filled by one thread,
 * sent once.
 */
public final class AwsRequest extends IntegrationRequest {
  private @Nullable AwsEndpoint endpoint;
  private String action = "";

  AwsRequest(Exchange exchange, String method) {
    super(exchange, method);
  }

  /**
   * The request of an aws integration, of a function or of another service: nothing of the client's
   * but what is mapped (docs/behaviour/integrations.md#lambda,
   * docs/behaviour/integrations.md#aws-services). {@code method} is the verb, or "ANY" for the
   * client's.
   */
  public static AwsRequest of(Exchange exchange, String method) {
    AwsRequest request = new AwsRequest(exchange, method);
    RequestHeaders.addDefaults(exchange, request.headers);
    return request;
  }

  /**
   * Says where the request of a path integration goes; called once, before it is sent.
   *
   * @param service what is called
   * @param rawPathAndQuery the rest of the URI after substitution; it is sent as it stands, but for
   *     characters that cannot be part of a request line
   * @throws GatewayFailure API_CONFIGURATION_ERROR if the URI was malformed
   *     (docs/behaviour/integrations.md#failures)
   */
  public AwsRequest to(AwsEndpoint service, String rawPathAndQuery) {
    service.requireAddress();
    endpoint = service;
    boolean canonical = service.service().equals("s3");
    target.path(canonical ? TargetText.canonicalPath(rawPathAndQuery) : rawPathAndQuery);
    return this;
  }

  /**
   * Says which action is called, in place of {@link #to}. A mapped X-Amz-Target, Action or Version
   * wins.
   */
  public AwsRequest action(AwsEndpoint service, String name) {
    service.requireAddress();
    endpoint = service;
    action = name;
    return this;
  }

  AwsEndpoint endpoint() {
    return Objects.requireNonNull(endpoint, "request without target");
  }

  String action() {
    return action;
  }

  boolean maps(String queryParameter) {
    return target.has(queryParameter);
  }

  @Override
  void map(String name, List<String> values) {
    RequestHeaders.mapForAws(headers, name, values);
  }

  @Override
  boolean tellsNamedType() {
    return true;
  }

  @Override
  Called called(String uri) {
    String operation = action.isEmpty() ? method() : action;
    AwsEndpoint service = endpoint();
    return new Called(Called.Kind.AWS, operation, uri, service.service(), service.region());
  }

  @Override
  void tell(CallRecord record) {
    record.calls(Callee.AWS);
  }
}
