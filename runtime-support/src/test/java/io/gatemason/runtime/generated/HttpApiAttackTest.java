package io.gatemason.runtime.generated;

import static io.gatemason.runtime.generated.HttpApiService.brief;
import static io.gatemason.runtime.generated.HttpApiService.header;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens, origins, mappings and routes of an HTTP API, tried by somebody who means no good. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpApiAttackTest {
  private static final String DOCUMENT =
      """
      openapi: 3.0.1
      info: {title: shop, version: "1"}
      x-amazon-apigateway-importexport-version: "1.0"
      x-amazon-apigateway-cors:
        {allowOrigins: ["https://shop.test", "https://other.test"], allowMethods: [GET, POST],
         allowHeaders: [x-a, x-b], exposeHeaders: [x-c], maxAge: 60, allowCredentials: true}
      components:
        securitySchemes:
          users:
            type: oauth2
            x-amazon-apigateway-authorizer:
              {type: jwt, identitySource: $request.header.Authorization,
               jwtConfiguration: {issuer: BACKEND/issuer, audience: [shop, other]}}
          byQuery:
            type: oauth2
            x-amazon-apigateway-authorizer:
              {type: jwt, identitySource: $request.querystring.token,
               jwtConfiguration: {issuer: BACKEND/issuer, audience: [shop]}}
          elsewhere:
            type: oauth2
            x-amazon-apigateway-authorizer:
              {type: jwt, identitySource: $request.header.Authorization,
               jwtConfiguration: {issuer: BACKEND/elsewhere, audience: [shop]}}
      paths:
        /jwt:
          get: {security: [{users: []}], x-amazon-apigateway-integration: &back {type: http_proxy, httpMethod: ANY, uri: BACKEND/back, payloadFormatVersion: "1.0"}}
        /scoped:
          get: {security: [{users: [read, write]}], x-amazon-apigateway-integration: *back}
        /query:
          get: {security: [{byQuery: []}], x-amazon-apigateway-integration: *back}
        /elsewhere:
          get: {security: [{elsewhere: []}], x-amazon-apigateway-integration: *back}
        /users/{name}/card:
          get: {security: [{users: []}], x-amazon-apigateway-integration: *back}
        /closed:
          x-amazon-apigateway-any-method: {security: [{users: []}], x-amazon-apigateway-integration: *back}
        /files/{proxy+}:
          get: {x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: "BACKEND/public/{proxy}", payloadFormatVersion: "1.0"}}
        /item/{id}:
          get: {x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: "BACKEND/items/{id}/view?fixed=1", payloadFormatVersion: "1.0"}}
        /map/{name}:
          post:
            x-amazon-apigateway-integration:
              type: http_proxy
              httpMethod: POST
              uri: BACKEND/mapped
              payloadFormatVersion: "1.0"
              requestParameters:
                append:header.x-list: $request.querystring.a
                append:header.x-list.2: second
                overwrite:header.x-over: ${request.header.x-in} and $request.path.name
                remove:header.x-gone: "''"
                overwrite:querystring.q: $request.body.deep.value
                append:querystring.c: $context.routeKey
                remove:querystring.secret: "''"
                overwrite:header.x-whole: $request.path
                overwrite:header.x-list-of: $request.body.list
                overwrite:header.x-empty: $request.body.none
              responseParameters:
                "200": {append:header.x-new: $response.header.x-old, remove:header.x-old: "''", overwrite:statuscode: $response.header.x-status, overwrite:header.x-body: $response.body.a}
                "404": {overwrite:statuscode: "299", append:header.x-was: missing}
        /path/{name}:
          get:
            x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: BACKEND/base, payloadFormatVersion: "1.0", requestParameters: {overwrite:path: /p/$request.path.name}}
        /$default:
          x-amazon-apigateway-any-method:
            isDefaultRoute: true
            x-amazon-apigateway-integration: {type: http_proxy, httpMethod: ANY, uri: BACKEND/rest, payloadFormatVersion: "1.0"}
      """;

  private RSAKey key;
  private RSAKey foreign;
  private HttpApiService api;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    key = new RSAKeyGenerator(2048).keyID("k1").generate();
    foreign = new RSAKeyGenerator(2048).keyID("k1").generate();
    api = new HttpApiService(folder, DOCUMENT, Map.of());
    api.document(
        "/issuer/.well-known/openid-configuration",
        "{\"issuer\": \"" + api.url() + "/issuer\", \"jwks_uri\": \"" + api.url() + "/keys\"}");
    api.document(
        "/elsewhere/.well-known/openid-configuration",
        "{\"issuer\": \"" + api.url() + "/elsewhere\", \"jwks_uri\": \"http://issuer.test/keys\"}");
    api.document("/keys", new JWKSet(key.toPublicJWK()).toString());
  }

  @AfterAll
  void stop() throws Exception {
    api.close();
  }

  @BeforeEach
  void reset() {
    api.forget();
  }

  private Map<String, Object> claims(Object... more) {
    Map<String, Object> claims = new TreeMap<>();
    claims.put("iss", api.url() + "/issuer");
    claims.put("aud", "shop");
    claims.put("exp", Instant.now().getEpochSecond() + 600);
    claims.put("sub", "ann");
    for (int i = 0; i < more.length; i += 2) {
      if (more[i + 1] == null) {
        claims.remove((String) more[i]);
      } else {
        claims.put((String) more[i], more[i + 1]);
      }
    }
    return claims;
  }

  private static String signed(RSAKey key, Map<String, Object> claims) throws Exception {
    JWSObject token =
        new JWSObject(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").build(), new Payload(claims));
    token.sign(new RSASSASigner(key));
    return token.serialize();
  }

  private String token(Object... more) throws Exception {
    return signed(key, claims(more));
  }

  private String get(String path, String headers) throws Exception {
    return api.send("GET " + path, headers, "");
  }

  @Test
  void tokensOfTheIssuer() throws Exception {
    for (String prefix : List.of("Bearer ", "bearer ", "BEARER ", "")) {
      assertEquals("200 echo", brief(get("/jwt", "Authorization: " + prefix + token())));
    }
    assertEquals("200 echo", brief(get("/jwt", "authorization: " + token("aud", "other"))));
    assertEquals(
        "200 echo", brief(get("/jwt", "Authorization: " + token("aud", List.of("x", "other")))));
    assertEquals(
        "200 echo",
        brief(get("/jwt", "Authorization: " + token("aud", null, "client_id", "shop"))));
    assertEquals("200 echo", brief(get("/query?token=" + token(), "")));
    assertEquals("200 echo", brief(get("/query?token=Bearer%20" + token(), "")));
  }

  @Test
  void tokensThatProveNothing() throws Exception {
    String[] alg = {
      token("aud", "another"),
      token("aud", "x", "client_id", "shop"),
      token("aud", null),
      token("aud", 5),
      token("aud", Map.of("shop", 1)),
      token("aud", List.of()),
      token("iss", "https://else.test"),
      token("iss", api.url() + "/issuer/"),
      token("iss", null),
      token("exp", null),
      token("exp", Instant.now().getEpochSecond() - 10),
      token("exp", "soon"),
      token("nbf", Instant.now().getEpochSecond() + 100),
      token("iat", Instant.now().getEpochSecond() + 100),
      signed(foreign, claims()),
      token() + "x",
      token().replaceFirst("\\.[^.]+$", "."),
      "a.b",
      "a.b.c",
      "none",
    };
    for (String each : alg) {
      String answer = get("/jwt", "Authorization: Bearer " + each);
      assertEquals("401 {\"message\":\"Unauthorized\"}", brief(answer), each);
      String challenge = header(answer, "www-authenticate");
      assertTrue(
          challenge.startsWith("Bearer scope=\"\" error=\"invalid_token\" error_description=\""),
          challenge);
    }
    assertTrue(api.nothingSeen());
  }

  @Test
  void algorithmsThatAreConfused() throws Exception {
    String claims = token().split("\\.")[1];
    String none =
        java.util.Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString("{\"alg\":\"none\",\"kid\":\"k1\"}".getBytes("UTF-8"));
    JWSObject mac =
        new JWSObject(
            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("k1").build(), new Payload(claims()));
    mac.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
    for (String each :
        List.of(none + "." + claims + ".", none + "." + claims + ".AA", mac.serialize())) {
      assertEquals(
          "401 {\"message\":\"Unauthorized\"}",
          brief(get("/jwt", "Authorization: Bearer " + each)),
          each);
    }
  }

  @Test
  void missingAndRepeatedTokens() throws Exception {
    for (String headers :
        List.of(
            "",
            "Authorization:",
            "Authorization: " + token() + "\nAuthorization: " + token(),
            "Authorization: " + token() + "\nauthorization: x")) {
      String answer = get("/jwt", headers);
      assertEquals("401 {\"message\":\"Unauthorized\"}", brief(answer), headers);
      assertEquals("Bearer", header(answer, "www-authenticate"));
    }
    assertEquals("401", brief(get("/query?token=a&token=" + token(), "")).substring(0, 3));
    assertEquals("401", brief(get("/query?Token=" + token(), "")).substring(0, 3));
    assertTrue(api.nothingSeen());
  }

  @Test
  void scopes() throws Exception {
    assertEquals("200 echo", brief(get("/scoped", "Authorization: " + token("scope", "a write"))));
    assertEquals(
        "200 echo", brief(get("/scoped", "Authorization: " + token("scp", List.of("read")))));
    assertEquals("200 echo", brief(get("/scoped", "Authorization: " + token("scp", "x read"))));
    for (String each :
        List.of(token(), token("scope", "Read"), token("scope", "reader"), token("scope", 5))) {
      String answer = get("/scoped", "Authorization: " + each);
      assertEquals("403 {\"message\":\"Forbidden\"}", brief(answer));
      assertEquals(
          "Bearer scope=\"read write\" error=\"insufficient_scope\""
              + " error_description=\"expected scopes: [read write]\"",
          header(answer, "www-authenticate"));
    }
    String invalid = get("/scoped", "Authorization: a.b");
    assertTrue(
        header(invalid, "www-authenticate")
            .contains("scope=\"read write\" error=\"invalid_token\""));
  }

  @Test
  void keysWithoutTlsAreReadFromThisMachineOnly() throws Exception {
    String issuer = api.url() + "/elsewhere";
    String answer = get("/elsewhere", "Authorization: " + token("iss", issuer));
    assertEquals("401", brief(answer).substring(0, 3));
    assertTrue(header(answer, "www-authenticate").contains("JWKS communication error"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/jwt",
        "/%6Awt",
        "/jwt/",
        "/jwt?x=1",
        "/jwt#x",
        "/./jwt",
        "/x/../jwt",
        "//jwt",
        "/jwt//",
        "/%2e/jwt",
        "/x/%2e%2e/jwt",
        "/jwt%2F",
        "/jwt%00",
        "/jwt;a=b",
        "/JWT",
        "/jwt%20",
        "/users/ann/card",
        "/users/a%2Fb/card",
        "/users//card",
        "/users/%2e%2e/card",
        "/closed",
        "/clos%65d"
      })
  void noSpellingLeadsToABackendPastItsAuthorizer(String path) throws Exception {
    String answer = get(path, "");
    String status = brief(answer).substring(0, 3);
    if (status.equals("200")) {
      // Another route: what it sends is its own.
      assertTrue(api.seen().target().startsWith("/rest"), path);
    }
    assertTrue(List.of("200", "400", "401", "404").contains(status), path + " " + answer);
    assertTrue(api.nothingSeen(), path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
  void everyVerbOfAClosedRouteIsClosed(String verb) throws Exception {
    assertTrue(api.send(verb + " /closed", "", "").startsWith("HTTP/1.1 401"));
    assertTrue(
        api.send(
                verb + " /closed",
                "Origin: https://shop.test\nAccess-Control-Request-Method: GET",
                "")
            .startsWith("HTTP/1.1 401"));
    assertTrue(
        api.send(verb + " /closed", "X-HTTP-Method-Override: OPTIONS", "")
            .startsWith("HTTP/1.1 401"));
    assertTrue(api.nothingSeen());
  }

  @ParameterizedTest
  @CsvSource({
    "/item/7, /items/7/view?fixed=1",
    "/item/a%20b, /items/a%20b/view?fixed=1",
    "/item/a%2Fb, /items/a%2Fb/view?fixed=1",
    "/item/a%3Fb, /items/a%3Fb/view?fixed=1",
    "/item/a%23b, /items/a%23b/view?fixed=1",
    "/item/7?x=1&x=2, /items/7/view?fixed=1&x=1&x=2",
    "/item/7?fixed=2, /items/7/view?fixed=1&fixed=2",
    "/files/a/b, /public/a/b",
    "/path/7, /p/7",
  })
  void pathsOfBackends(String path, String target) throws Exception {
    assertEquals("200 echo", brief(get(path, "")));
    assertEquals(target, api.seen().target());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/item/..",
        "/item/%2e%2e",
        "/item/..%2f..%2fadmin",
        "/files/../admin",
        "/files/%2e%2e/admin",
        "/files/a/../../admin",
        "/files/..%2fadmin",
        "/path/..%2f..%2fadmin",
        "/path/%2e%2e",
        "/item/%0d%0aX-A:%20b",
        "/files/%0d%0aX-A:%20b",
        "/path/a%0d%0aX-A:%20b",
        "/path/a%3Fb=c",
        "/path/a b"
      })
  void pathsThatLeaveTheirFolder(String path) throws Exception {
    String answer = get(path, "");
    String status = brief(answer).substring(0, 3);
    if (status.equals("200")) {
      HttpApiService.Seen seen = api.seen();
      assertFalse(seen.headers().containsKey("x-a"), path);
      assertFalse(seen.target().equals("/admin") || seen.target().contains("/../"), seen.target());
      assertEquals(path.startsWith("/item"), seen.target().contains("?"), seen.target());
    } else {
      assertEquals("400", status, path);
    }
  }

  @Test
  void mappingsOfRequests() throws Exception {
    api.send(
        "POST /map/joe%20x?a=1&a=2&secret=s&q=old&c=d",
        "X-In: in\nx-in: two\nX-Gone: g\nx-list: first\nContent-Type: application/json",
        "{\"deep\": {\"value\": 1.0}, \"list\": [\"dog\", {\"a\": 1}], \"none\": []}");
    HttpApiService.Seen seen = api.seen();
    assertEquals("first|1,2|second", seen.header("x-list"));
    assertEquals("in,two and joe x", seen.header("x-over"));
    assertEquals("", seen.header("x-gone"));
    assertEquals("[\"dog\", {\"a\": 1}]", seen.header("x-list-of"));
    assertEquals("", seen.header("x-empty"));
    assertEquals("/map/joe%20x", seen.header("x-whole"));
    assertEquals("/mapped?a=1&a=2&c=d&q=1.0&c=POST%20%2Fmap%2F%7Bname%7D", seen.target());
  }

  @Test
  void mappingsThatBringLineBreaks() throws Exception {
    String answer =
        api.send(
            "POST /map/joe%0d%0aX-Injected:%20a?a=1%0d%0aX-Injected:%20b",
            "X-In: in\nContent-Type: application/json",
            "{\"deep\": {\"value\": \"1&x=2\\r\\nX-Injected: c\"}}");
    if (answer.startsWith("HTTP/1.1 200")) {
      HttpApiService.Seen seen = api.seen();
      assertEquals("", seen.header("x-injected"));
    } else {
      assertTrue(api.nothingSeen(), answer);
    }
  }

  @Test
  void mappingsOfResponses() throws Exception {
    String answer =
        api.send(
            "POST /map/a",
            "x-answer: x-old: 1\n"
                + "x-answer: x-old: 2\n"
                + "x-answer: x-status: 201\n"
                + "x-body: {\"a\": \"b\"}",
            "");
    assertEquals("201 {\"a\": \"b\"}", brief(answer));
    assertEquals("1,2", header(answer, "x-new"));
    assertEquals("", header(answer, "x-old"));
    assertEquals("b", header(answer, "x-body"));
    String missing = api.send("POST /map/a", "x-answer: status: 404", "");
    assertEquals("299 echo", brief(missing));
    assertEquals("missing", header(missing, "x-was"));
    for (String status : List.of("99", "600", "abc", "2000", "200 OK")) {
      assertEquals(
          "200 echo", brief(api.send("POST /map/a", "x-answer: x-status: " + status, "")), status);
    }
    assertEquals("500 echo", brief(api.send("POST /map/a", "x-answer: status: 500", "")));
  }

  @Test
  void mappingsOfResponsesThatBringLineBreaks() throws Exception {
    String answer = api.send("POST /map/a", "x-body: {\"a\": \"b\\r\\nX-Injected: c\"}", "");
    assertEquals("", header(answer, "x-injected"), answer);
  }

  @Test
  void origins() throws Exception {
    String allowed =
        get(
            "/item/7",
            "Origin: https://shop.test\nx-answer: access-control-allow-origin: *\n"
                + "x-answer: Access-Control-Allow-Methods: DELETE\nx-answer: vary: Accept");
    assertEquals("https://shop.test", header(allowed, "access-control-allow-origin"));
    assertEquals("true", header(allowed, "access-control-allow-credentials"));
    assertEquals("x-c", header(allowed, "access-control-expose-headers"));
    assertEquals("", header(allowed, "access-control-allow-methods"));
    assertTrue(header(allowed, "vary").contains("Origin"));
    for (String origin :
        List.of(
            "https://shop.test.evil",
            "https://shop.test:8443",
            "http://shop.test",
            "HTTPS://SHOP.TEST",
            "null",
            "*",
            "https://shop.test, https://evil.test",
            "")) {
      String refused =
          get("/item/7", "Origin: " + origin + "\nx-answer: access-control-allow-origin: *");
      assertEquals("200 echo", brief(refused));
      assertEquals("", header(refused, "access-control-allow-origin"), origin);
      assertEquals("", header(refused, "access-control-allow-credentials"), origin);
    }
    String twice = get("/item/7", "Origin: https://shop.test\nOrigin: https://evil.test");
    assertFalse(header(twice, "access-control-allow-origin").contains("evil"));
    String without = get("/item/7", "x-answer: access-control-allow-origin: *");
    assertEquals("", header(without, "access-control-allow-origin"));
    String failure = get("/jwt", "Origin: https://other.test");
    assertEquals("401", brief(failure).substring(0, 3));
    assertEquals("https://other.test", header(failure, "access-control-allow-origin"));
  }

  @Test
  void preflights() throws Exception {
    String answer =
        api.send(
            "OPTIONS /item/7",
            "Origin: https://shop.test\nAccess-Control-Request-Method: DELETE\n"
                + "Access-Control-Request-Headers: x-evil",
            "");
    assertEquals("204 ", brief(answer));
    assertEquals("https://shop.test", header(answer, "access-control-allow-origin"));
    assertEquals("GET,POST", header(answer, "access-control-allow-methods"));
    assertEquals("x-a,x-b", header(answer, "access-control-allow-headers"));
    assertEquals("60", header(answer, "access-control-max-age"));
    String refused =
        api.send(
            "OPTIONS /item/7", "Origin: https://evil.test\nAccess-Control-Request-Method: GET", "");
    assertEquals("204 ", brief(refused));
    assertEquals("", header(refused, "access-control-allow-origin"));
    assertEquals("", header(refused, "access-control-allow-methods"));
    assertTrue(api.nothingSeen());
    assertEquals("200 echo", brief(api.send("OPTIONS /item/7", "Origin: https://shop.test", "")));
    assertTrue(api.seen().target().startsWith("/rest"));
  }

  @Test
  void bodiesPassInTheirCoding() throws Exception {
    for (String coding : List.of("gzip", "br", "deflate", "nothing, known")) {
      api.send("POST /other", "Content-Encoding: " + coding, "not really");
      HttpApiService.Seen seen = api.seen();
      assertEquals("not really", seen.body());
      assertEquals(coding, seen.header("content-encoding"));
    }
  }

  @Test
  void whatBackendsAreTold() throws Exception {
    get(
        "/item/7",
        "X-Forwarded-For: 192.0.2.1\n"
            + "X-Forwarded-Host: evil.test\n"
            + "X-Forwarded-Proto: https\n"
            + "Forwarded: for=192.0.2.9\n"
            + "Proxy-Authorization: a\n"
            + "TE: trailers\n"
            + "Keep-Alive: a\n"
            + "X-Own: 1\n"
            + "x-own: 2");
    HttpApiService.Seen seen = api.seen();
    assertEquals("", seen.header("x-forwarded-for") + seen.header("x-forwarded-host"));
    assertEquals("", seen.header("proxy-authorization") + seen.header("keep-alive"));
    assertEquals("1|2", seen.header("x-own"));
    assertFalse(seen.header("forwarded").contains("192.0.2.9"));
    assertTrue(
        seen.header("forwarded")
            .endsWith("by=127.0.0.1;for=127.0.0.1;host=api.example.com;proto=http"));
  }
}
