package io.gatemason.runtime.httpapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatemason.runtime.aws.AwsEndpoint;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.integration.AwsBackend;
import io.gatemason.runtime.integration.AwsRequest;
import io.gatemason.runtime.integration.IntegrationRequest;
import io.gatemason.runtime.transport.TargetText;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One call of an action with its parameters (docs/behaviour/http-api.md#service-actions). Belongs
 * to the thread of its request.
 */
public final class ServiceCall {
  private static final int TIMEOUT_MILLIS = 30_000;

  private final ServiceAction action;
  private final Map<String, String> parameters = new LinkedHashMap<>();
  private int timeoutMillis = TIMEOUT_MILLIS;
  private String role = "";
  private String region = "";

  private ServiceCall(ServiceAction action) {
    this.action = action;
  }

  /** A call without parameters. */
  public static ServiceCall of(ServiceAction action) {
    return new ServiceCall(action);
  }

  /** Sets a parameter; an empty list leaves it out. */
  public ServiceCall set(String parameter, List<String> value) {
    if (!value.isEmpty()) {
      parameters.put(parameter, value.getFirst());
    }
    return this;
  }

  /** Calls the service in another region than the gateway's own; an empty list leaves it. */
  public ServiceCall region(List<String> value) {
    region = value.isEmpty() ? "" : value.getFirst();
    return this;
  }

  /** Bounds the call; 30000 milliseconds unless set. */
  public ServiceCall timeoutMillis(int millis) {
    timeoutMillis = millis;
    return this;
  }

  /** Calls as a role. */
  public ServiceCall role(String arn) {
    role = arn;
    return this;
  }

  /**
   * Calls the service; its answer is no failure, whatever its status.
   *
   * @throws GatewayFailure if the call fails
   */
  public RouteReply send(Exchange exchange, AwsBackend backend) {
    String where = region.isEmpty() ? backend.region() : region;
    AwsEndpoint endpoint =
        AwsEndpoint.parse("arn:aws:apigateway:" + where + ":" + action.service())
            .withTimeoutMillis(timeoutMillis);
    return RouteReply.of(
        exchange,
        backend.send(
            exchange,
            request(exchange, role.isEmpty() ? endpoint : endpoint.withCredentials(role))));
  }

  private AwsRequest request(Exchange exchange, AwsEndpoint endpoint) {
    if (action == ServiceAction.APPCONFIG_GET_CONFIGURATION) {
      return configuration(exchange, endpoint);
    }
    ObjectNode input = JsonNodeFactory.instance.objectNode();
    parameters.forEach((name, value) -> action.put(input, name, value));
    ObjectNode whole = input;
    if (action == ServiceAction.EVENTBRIDGE_PUT_EVENTS) {
      whole = JsonNodeFactory.instance.objectNode();
      whole.putArray("Entries").add(input);
    }
    AwsRequest request = AwsRequest.of(exchange, "POST").to(endpoint, "/");
    request
        .header("X-Amz-Target", action.target())
        .header("Content-Type", action.contentType())
        .body(whole.toString().getBytes(StandardCharsets.UTF_8));
    return request;
  }

  private AwsRequest configuration(Exchange exchange, AwsEndpoint endpoint) {
    StringBuilder path = new StringBuilder("/applications/");
    TargetText.appendComponent(path, parameters.getOrDefault("Application", ""));
    TargetText.appendComponent(
        path.append("/environments/"), parameters.getOrDefault("Environment", ""));
    TargetText.appendComponent(
        path.append("/configurations/"), parameters.getOrDefault("Configuration", ""));
    AwsRequest request = AwsRequest.of(exchange, "GET").to(endpoint, path.toString());
    query(request, "client_id", "ClientId");
    query(request, "client_configuration_version", "ClientConfigurationVersion");
    return request;
  }

  private void query(IntegrationRequest request, String name, String parameter) {
    String value = parameters.get(parameter);
    if (value != null) {
      request.query(name, value);
    }
  }
}
