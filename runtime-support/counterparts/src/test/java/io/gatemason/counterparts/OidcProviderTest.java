package io.gatemason.counterparts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatemason.runtime.auth.JwtAuthorizer;
import io.gatemason.runtime.auth.UserPoolAuthorizer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import no.nav.security.mock.oauth2.http.Route;
import okhttp3.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Tokens of an OpenID provider that somebody else wrote, with its discovery document and key sets,
 * as an issuer of JWT authorizers and, at a pool's addresses, as a Cognito user pool.
 */
@Timeout(120)
class OidcProviderTest {
  private static final String POOL = "us-east-1_A";
  private static final String OTHER = "us-east-1_B";
  private static final Map<String, Object> ID = Map.of("token_use", "id");
  private static final Map<String, Object> ACCESS =
      Map.of("token_use", "access", "scope", "orders/read orders/write");

  private MockOAuth2Server provider;
  private String base;

  @BeforeEach
  void start() throws Exception {
    provider = new MockOAuth2Server(new OAuth2Config(), new PoolKeys());
    provider.start();
    String url = provider.baseUrl().toString();
    base = url.substring(0, url.length() - 1);
    // The first answers take longer than keys may: the provider makes its keys then.
    fetch(URI.create(base + "/" + POOL + "/.well-known/jwks.json"));
    fetch(URI.create(base + "/any/.well-known/openid-configuration"));
  }

  @AfterEach
  void stop() {
    provider.shutdown();
  }

  /** Pools keep their keys at another place than the provider does. */
  private final class PoolKeys implements Route {
    @Override
    public boolean match(OAuth2HttpRequest request) {
      return request.getUrl().encodedPath().endsWith("/.well-known/jwks.json");
    }

    @Override
    public OAuth2HttpResponse invoke(OAuth2HttpRequest request) {
      String pool = request.getUrl().pathSegments().get(0);
      String keys = fetch(provider.jwksUrl(pool).uri());
      return new OAuth2HttpResponse(
          Headers.of("Content-Type", "application/json"), 200, keys, null);
    }
  }

  private static String fetch(URI address) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private String token(String issuer, Map<String, Object> claims, long seconds) {
    return provider.issueToken(issuer, "alice", "client", claims, seconds).serialize();
  }

  private GuardedGateway pool(String... scopes) {
    return new GuardedGateway(
        Map.of("gateway.aws.endpoint-urls.cognito-idp", base),
        services -> {
          UserPoolAuthorizer authorizer =
              UserPoolAuthorizer.of(
                      services,
                      "Authorization",
                      "arn:aws:cognito-idp:us-east-1:123456789012:userpool/" + POOL)
                  .withAudience(scopes.length == 0 ? "client" : ".*");
          return exchange -> authorizer.authorize(exchange, List.of(scopes));
        });
  }

  @Test
  void isBelievedAsAUserPool() throws Exception {
    try (GuardedGateway gateway = pool()) {
      assertEquals(200, gateway.status(token(POOL, ID, 600)));
      assertEquals(200, gateway.status("Bearer " + token(POOL, ID, 600)));
      assertEquals(401, gateway.status(token(POOL, ACCESS, 600)));
      assertEquals(401, gateway.status(token(POOL, ID, -1)));
      assertEquals(401, gateway.status(token(OTHER, ID, 600)));
      assertEquals(401, gateway.status(token(POOL, ID, 600) + "A"));
    }
  }

  @Test
  void isBelievedForScopesOfAUserPool() throws Exception {
    try (GuardedGateway gateway = pool("orders/write")) {
      assertEquals(200, gateway.status(token(POOL, ACCESS, 600)));
      assertEquals(401, gateway.status(token(POOL, ID, 600)));
    }
    try (GuardedGateway gateway = pool("orders/delete")) {
      assertEquals(401, gateway.status(token(POOL, ACCESS, 600)));
    }
  }

  @Test
  void isBelievedAsAnIssuer() throws Exception {
    String issuer = provider.issuerUrl("any").toString();
    try (GuardedGateway gateway =
        new GuardedGateway(
            Map.of(),
            services -> {
              JwtAuthorizer authorizer =
                  JwtAuthorizer.of(services, "$request.header.Authorization", issuer, "client");
              return exchange -> authorizer.authorize(exchange, List.of("orders/read"));
            })) {
      assertEquals(200, gateway.status("Bearer " + token("any", ACCESS, 600)));
      assertEquals(403, gateway.status("Bearer " + token("any", ID, 600)));
      assertEquals(401, gateway.status("Bearer " + token("other", ACCESS, 600)));
      assertEquals(401, gateway.status("Bearer " + token("any", ACCESS, -1)));
      String foreign =
          provider.issueToken("any", "alice", "another client", ACCESS, 600).serialize();
      assertEquals(401, gateway.status("Bearer " + foreign));
    }
  }
}
