package io.gatemason.runtime.integration;

import io.gatemason.runtime.aws.AwsAction;
import io.gatemason.runtime.aws.AwsCalls;
import io.gatemason.runtime.aws.AwsEndpoint;
import io.gatemason.runtime.aws.AwsSettings;
import io.gatemason.runtime.aws.AwsSigner;
import io.gatemason.runtime.aws.RequestSigner;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.transport.BackendException;
import io.gatemason.runtime.transport.BackendReply;
import io.gatemason.runtime.transport.HeaderFields;
import io.gatemason.runtime.transport.ReplyPayload;

/**
 * Calls AWS services other than functions (docs/behaviour/integrations.md#aws-services). Safe for
 * concurrent use.
 *
 * <p>Requests are signed (Signature Version 4) with the process's own credentials, or those of the
 * integration's role, see {@link AwsSettings}, or as the caller; without credentials they are sent
 * unsigned. Failures are those of {@link HttpBackend}; an answer of the service is no failure,
 * whatever its status.
 */
public final class AwsBackend {
  private static final String TARGET = "X-Amz-Target";

  private final AwsCalls calls;
  private final AwsSigner signer;

  /** Signs with {@code signer} what {@code calls} sends. */
  public AwsBackend(AwsCalls calls, AwsSigner signer) {
    this.calls = calls;
    this.signer = signer;
  }

  /** The region of the gateway. */
  public String region() {
    return signer.region();
  }

  /**
   * Sends the request of an aws integration and reads the whole answer. The client's answer will
   * carry the trace header (docs/behaviour/responses.md#identifiers).
   *
   * @throws GatewayFailure if the call fails, or the body is larger than the payload limit
   */
  public IntegrationResponse send(Exchange exchange, AwsRequest request) {
    exchange.returnTraceId();
    if (!request.action().isEmpty()) {
      nameAction(request);
    }
    request.complete();
    AwsEndpoint endpoint = request.endpoint();
    RequestSigner caller = RequestSigner.ofCaller(exchange, endpoint.role());
    String url = signer.url(endpoint, request.action());
    BackendLines.sending(exchange, request, url);
    try (BackendReply reply =
        calls.send(
            caller == null ? signer : caller,
            endpoint,
            url,
            request.method(),
            request.target(""),
            request.headers(),
            request.body(),
            exchange.client())) {
      BackendLines.received(exchange, reply.status(), reply.headers());
      BackendLines.requestId(exchange, reply.headers());
      byte[] body = ReplyPayload.bytes(reply, exchange.limits());
      BackendLines.body(exchange, body);
      return new IntegrationResponse(reply.status(), reply.headers(), body);
    } catch (BackendException e) {
      throw e.asFailure();
    }
  }

  /** A mapping that names the action in its own way is left alone. */
  private static void nameAction(AwsRequest request) {
    HeaderFields headers = request.headers();
    if (headers.contains(TARGET)) {
      return;
    }
    AwsAction action = AwsAction.of(request.endpoint(), request.action());
    if (!action.target().isEmpty()) {
      headers.add(TARGET, action.target());
      if (!headers.contains("Content-Type")) {
        headers.add("Content-Type", action.contentType());
      }
      return;
    }
    if (!request.maps("Action")) {
      request.query("Action", request.action());
    }
    if (!request.maps("Version") && !action.version().isEmpty()) {
      request.query("Version", action.version());
    }
  }
}
