package io.gatemason.runtime.transport;

import io.gatemason.runtime.client.ClientLine;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.failure.GatewayResponseType;
import io.gatemason.runtime.payload.HeldBytes;
import io.gatemason.runtime.payload.Payload;
import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends requests through the client and says in one line what came of it. */
public final class BackendClientFixture implements AutoCloseable {
  final PooledBackendClient client;

  public BackendClientFixture() {
    this(Map.of());
  }

  public BackendClientFixture(Map<String, String> settings) {
    try {
      client = new PooledBackendClient(Config.just(ConfigSources.create(settings)));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** "status body", or the kind of the failure. */
  public String get(ScriptedBackend backend, String path) {
    return get(backend, path, 5_000);
  }

  public String get(ScriptedBackend backend, String path, int timeoutMillis) {
    return send(backend, "GET", path, null, timeoutMillis);
  }

  public String send(
      ScriptedBackend backend,
      String method,
      String path,
      @Nullable Payload body,
      int timeoutMillis) {
    HttpEndpoint endpoint = HttpEndpoint.of(backend.url());
    return send(endpoint.address(), method, path, body, timeoutMillis);
  }

  public String send(
      BackendAddress address,
      String method,
      String path,
      @Nullable Payload body,
      int timeoutMillis) {
    BackendRequest request = request(method, address, path, body, timeoutMillis);
    try (BackendReply reply = client.send(address, request);
        InputStream stream = reply.body()) {
      return reply.status() + " " + new String(stream.readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (BackendException e) {
      return outcome(e);
    } catch (GatewayFailure e) {
      return "client's failure";
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** How long the body of an answer is, of which so much is read as its head says. */
  public int lengthOf(ScriptedBackend backend, String path) throws IOException {
    BackendAddress address = HttpEndpoint.of(backend.url()).address();
    try (BackendReply reply = client.send(address, request("GET", address, path, null, 5_000))) {
      return HeldBytes.read(reply.body(), reply.length()).length;
    }
  }

  private static BackendRequest request(
      String method,
      BackendAddress address,
      String path,
      @Nullable Payload body,
      int timeoutMillis) {
    HeaderFields headers = new HeaderFields();
    headers.add("Host", address.host() + ":" + address.port());
    return new BackendRequest(method, path, headers, body, timeoutMillis, ClientLine.HELD);
  }

  private static String outcome(BackendException e) {
    if (e.clientIsGone()) {
      return "ABANDONED";
    }
    boolean late =
        e.asFailure() instanceof GatewayFailure failure
            && failure.type() == GatewayResponseType.INTEGRATION_TIMEOUT;
    return late ? "TIMEOUT" : e.isUnreachable() ? "UNREACHABLE" : "BROKEN";
  }

  @Override
  public void close() {
    client.close();
  }
}
