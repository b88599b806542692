package io.gatemason.runtime.integration;

import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.exchange.ProxyAnswer;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.transport.BackendClient;
import io.gatemason.runtime.transport.BackendException;
import io.gatemason.runtime.transport.BackendReply;
import io.gatemason.runtime.transport.ReplyPayload;
import io.gatemason.runtime.transport.VpcLink;
import io.gatemason.runtime.transport.VpcLinks;

/**
 * Calls HTTP backends. Safe for concurrent use.
 *
 * <p>Backends are called over HTTP/1.1 with pooled connections. The endpoint's time limit bounds
 * the time spent waiting for the backend, connecting and the whole body included; time that the
 * client takes to send or receive does not count. Redirects are not followed, cookies not kept,
 * codings not decoded.
 *
 * <p>Failures are those of docs/behaviour/integrations.md#failures: INTEGRATION_TIMEOUT when the
 * time is up, otherwise INTEGRATION_FAILURE when the backend cannot be reached, breaks off or does
 * not speak HTTP.
 */
public final class HttpBackend {
  private final BackendClient client;
  private final VpcLinks vpcLinks;

  /** Calls backends with {@code client}, or the targets of VPC links. */
  public HttpBackend(BackendClient client, VpcLinks vpcLinks) {
    this.client = client;
    this.vpcLinks = vpcLinks;
  }

  /**
   * Sends the request of an http_proxy integration and answers the client with the backend's
   * status, headers and body. Bodies beyond 64 KiB are streamed in both directions; a backend that
   * fails later than that ends the client's connection, since its status has been passed on
   * already.
   *
   * @throws GatewayFailure if the call fails before anything was sent to the client
   */
  public void forward(Exchange exchange, HttpRequest request) {
    try (BackendReply reply = call(exchange, request)) {
      ProxyAnswer answer = answer(exchange, reply);
      String contentType = reply.headers().first("Content-Type");
      answer.send(
          answer.headOnly()
              ? ReplyPayload.described(reply, exchange.limits())
              : ReplyPayload.of(reply, exchange.limits()),
          contentType == null ? "" : contentType,
          request.contentHandling());
    }
  }

  /**
   * As {@link #forward}, with an answer that is passed on as it comes: status and headers at once,
   * then each part of the body, whatever its size. It is neither converted nor compressed
   * (docs/behaviour/integrations.md#streaming). A backend that fails after its headers ends the
   * client's connection.
   *
   * @throws GatewayFailure if the call fails before anything was sent to the client
   */
  public void stream(Exchange exchange, HttpRequest request) {
    try (BackendReply reply = call(exchange, request)) {
      ProxyAnswer answer = answer(exchange, reply);
      answer.stream(
          answer.headOnly()
              ? ReplyPayload.described(reply, exchange.limits())
              : FirstContent.of(ReplyPayload.unlimited(reply), exchange));
    }
  }

  private static ProxyAnswer answer(Exchange exchange, BackendReply reply) {
    ProxyAnswer answer = exchange.proxyAnswer(reply.status());
    ProxyResponseHeaders.copy(reply.headers(), answer);
    return answer;
  }

  /**
   * Sends the request of an http integration and reads the whole answer, whatever its status. The
   * client's answer will carry the trace header (docs/behaviour/responses.md#identifiers).
   *
   * @throws GatewayFailure if the call fails, or the body is larger than the payload limit
   */
  public IntegrationResponse send(Exchange exchange, HttpRequest request) {
    exchange.returnTraceId();
    try (BackendReply reply = call(exchange, request)) {
      byte[] body = ReplyPayload.bytes(reply, exchange.limits());
      BackendLines.body(exchange, body);
      return new IntegrationResponse(reply.status(), reply.headers(), body);
    }
  }

  /**
   * Sends a request and gives the answer once its head is there; to be closed.
   *
   * @throws GatewayFailure if the call fails
   */
  public BackendReply call(Exchange exchange, HttpRequest request) {
    request.complete();
    BackendLines.sending(exchange, request);
    try {
      String connectionId = request.endpoint().vpcLink();
      BackendReply reply =
          connectionId == null
              ? client.send(request.endpoint().address(), request.toBackendRequest(""))
              : callTarget(vpcLinks.find(connectionId, request.endpoint().listener()), request);
      BackendLines.received(exchange, reply.status(), reply.headers());
      return reply;
    } catch (BackendException e) {
      throw e.asFailure();
    }
  }

  /** A target that cannot be reached has not seen the request, so another one may get it. */
  private BackendReply callTarget(VpcLink link, HttpRequest request) throws BackendException {
    boolean ownHost = !request.headers().contains("Host");
    for (int tries = 1; ; tries++) {
      VpcLink.Target target = link.next();
      if (ownHost) {
        request.headers().remove("Host");
        request.headers().add("Host", target.authority());
      }
      try {
        BackendReply reply =
            client.send(
                target.address(request.endpoint()), request.toBackendRequest(target.pathPrefix()));
        target.answered();
        return reply;
      } catch (BackendException e) {
        if (!e.clientIsGone()) {
          target.failed();
        }
        if (!e.isUnreachable() || tries >= link.size()) {
          throw e;
        }
      }
    }
  }
}
