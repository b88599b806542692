package io.gatemason.benchmarks.gateway;

import com.sun.net.httpserver.HttpServer;
import io.gatemason.benchmarks.peer.OrderRoute;
import io.gatemason.benchmarks.route.RouteMatchBenchmark;
import io.gatemason.benchmarks.table.Goal;
import io.gatemason.benchmarks.table.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** HTTP APIs against REST APIs that do the same, and against themselves without a feature. */
public final class HttpApiRows {
  private static final String PATH = OrdersDocuments.paths(1).get(0);

  private static final String HEAD =
      """
      openapi: 3.0.1
      info: {title: Orders, version: '1'}
      x-amazon-apigateway-importexport-version: '1.0'
      """;

  private static final String FUNCTION =
      HEAD
          + """
          paths:
            /orders/{orderId}:
              get:
                SECURITY
                x-amazon-apigateway-integration:
                  type: aws_proxy
                  httpMethod: POST
                  uri: arn:aws:lambda:us-east-1:111122223333:function:orders
                  payloadFormatVersion: '2.0'
          """;

  private static final String USERS =
      """
      components:
        securitySchemes:
          users:
            type: oauth2
            x-amazon-apigateway-authorizer:
              type: jwt
              identitySource: $request.header.Authorization
              jwtConfiguration: {issuer: ISSUER, audience: [orders]}
      """;

  private HttpApiRows() {}

  /** All of them. */
  public static List<Row> all() {
    Map<String, String> functions = Map.of("orders", OrderRoute.class.getName());
    Issuer issuer = new Issuer();
    return List.of(
        new FeatureRow(
            "http-api-proxy",
            "`http_proxy` of an HTTP API against that of a REST API",
            FeatureService.inFrontOf(HttpApiRows::proxy),
            FeatureService.inFrontOf(backend -> OrdersDocuments.proxies(1, backend)),
            () -> PATH,
            Goal.atLeast(0.97)),
        new FunctionRow(
            "http-api-function",
            "`aws_proxy`, payload 2.0, to a Java function in process against a bare Helidon"
                + " handler",
            function(""),
            functions),
        new FeatureRow(
            "jwt",
            "a function behind a JWT seen before against the same without",
            new FeatureService(
                backend ->
                    function("security: [{users: []}]") + USERS.replace("ISSUER", issuer.started()),
                functions,
                backend -> List.of()),
            new FeatureService(backend -> function(""), functions, backend -> List.of()),
            () -> PATH + "\tAuthorization: Bearer " + issuer.token(),
            Goal.atLeast(0.9)),
        RouteMatchBenchmark.rowOfHttpApi());
  }

  private static String function(String security) {
    return FUNCTION.replace(
        "      SECURITY\n", security.isEmpty() ? "" : "      " + security + "\n");
  }

  private static String proxy(int backendPort) {
    return HEAD
        + """
        paths:
          /orders/{id}:
            get:
              x-amazon-apigateway-integration:
                type: http_proxy
                httpMethod: GET
                uri: http://127.0.0.1:PORT/orders/{id}
                payloadFormatVersion: '1.0'
        """
            .replace("PORT", String.valueOf(backendPort));
  }

  /** Signs one token; its keys are fetched once by a gateway that is measured. */
  private static final class Issuer {
    private final KeyPair keys;
    private String address = "";

    Issuer() {
      try {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }

    /** Its address, where it answers as long as this process lives. */
    synchronized String started() {
      if (address.isEmpty()) {
        try {
          HttpServer server =
              HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
          address = "http://127.0.0.1:" + server.getAddress().getPort();
          server.createContext(
              "/",
              exchange -> {
                boolean discovery = exchange.getRequestURI().getPath().contains("well-known");
                byte[] body =
                    (discovery ? "{\"jwks_uri\": \"" + address + "/keys\"}" : keySet())
                        .getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
              });
          server.setExecutor(task -> Thread.ofVirtual().start(task));
          // Its thread is a daemon as the one that starts it: the measuring process ends.
          Thread.ofPlatform().daemon().start(server::start);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      return address;
    }

    private String keySet() {
      RSAPublicKey key = (RSAPublicKey) keys.getPublic();
      return "{\"keys\": [{\"kty\": \"RSA\", \"kid\": \"k\", \"use\": \"sig\", \"n\": \""
          + text(unsigned(key.getModulus()))
          + "\", \"e\": \""
          + text(unsigned(key.getPublicExponent()))
          + "\"}]}";
    }

    String token() {
      String claims =
          "{\"iss\":\"%s\",\"aud\":\"orders\",\"sub\":\"ann\",\"exp\":%d}"
              .formatted(started(), Instant.now().getEpochSecond() + 86_400);
      String signed =
          text("{\"alg\":\"RS256\",\"kid\":\"k\"}".getBytes(StandardCharsets.UTF_8))
              + "."
              + text(claims.getBytes(StandardCharsets.UTF_8));
      try {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(keys.getPrivate());
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + text(signature.sign());
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }

    private static byte[] unsigned(BigInteger number) {
      byte[] bytes = number.toByteArray();
      return bytes[0] == 0 ? java.util.Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    private static String text(byte[] bytes) {
      return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
  }
}
