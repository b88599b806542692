package io.gatemason.benchmarks.peer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A Cognito user pool of one key, in this process; it ends with the process. */
public final class UserPool {
  /** The pool's id. */
  public static final String ID = "us-east-1_Benchmark";

  private final RSAKey key;
  private final String endpoint;

  private UserPool(RSAKey key, String endpoint) {
    this.key = key;
    this.endpoint = endpoint;
  }

  /** Starts one. */
  public static UserPool start() {
    try {
      return of(new RSAKeyGenerator(2048).keyID("benchmark").generate());
    } catch (IOException | JOSEException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static UserPool of(RSAKey key) throws IOException, InterruptedException {
    byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/" + ID + "/.well-known/jwks.json",
        exchange -> {
          try (exchange) {
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
          }
        });
    // Its thread is of the kind of the one that starts it.
    Thread.ofPlatform().daemon().start(server::start).join();
    return new UserPool(key, "http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Where the pool is reached. */
  public String endpoint() {
    return endpoint;
  }

  /** An ID token with the usual claims. */
  public String token() {
    long now = Instant.now().getEpochSecond();
    JWSObject token =
        new JWSObject(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("benchmark").build(),
            new Payload(
                Map.of(
                    "iss",
                    endpoint + "/" + ID,
                    "token_use",
                    "id",
                    "aud",
                    "benchmark",
                    "sub",
                    "8f2b0c9e-1d7a-4c55-9d2f-0123456789ab",
                    "email",
                    "alice@example.com",
                    "email_verified",
                    true,
                    "cognito:groups",
                    List.of("buyers", "sellers"),
                    "auth_time",
                    now,
                    "iat",
                    now,
                    "exp",
                    now + 86_400)));
    try {
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
