package io.gatemason.runtime.auth.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.util.Base64URL;
import io.gatemason.runtime.clock.Ticker;
import io.gatemason.runtime.clock.WallClock;
import io.gatemason.runtime.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The public vectors of signed tokens, many of them attacks. */
class JoseVectorsTest {
  private static final Path SUITE =
      Path.of(System.getProperty("gatemason.shared", "../shared"), "suites", "jose");

  @Test
  void acceptsTheValidTokensOfEnabledAlgorithmsAndNoOthers() throws IOException {
    assumeTrue(Files.isDirectory(SUITE), "the public suites are not beside the project");
    List<String> wrong = new ArrayList<>();
    int accepted = 0;
    int refused = 0;
    for (JsonNode vector : vectors()) {
      boolean expected =
          vector.get("result").asText().equals("valid") && enabled(vector.get("jws").asText());
      if (accepts(vector) != expected) {
        wrong.add(vector.get("group").asText() + " " + vector.get("comment").asText());
      } else if (expected) {
        accepted++;
      } else {
        refused++;
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(accepted >= 27 && refused >= 400, accepted + " accepted, " + refused + " refused");
  }

  /**
   * Headers and signatures of all vectors around claims that would do: no form of a header may make
   * the authorizer of HTTP APIs believe a signature that is another text's.
   */
  @Test
  void openNoRouteOfAnHttpApiWithClaimsOfTheirOwn() throws IOException {
    assumeTrue(Files.isDirectory(SUITE), "the public suites are not beside the project");
    String claims =
        Base64URL.encode(
                "{\"iss\":\"https://issuer.test\",\"aud\":\"shop\",\"sub\":\"ann\",\"exp\":4000000000}")
            .toString();
    List<String> wrong = new ArrayList<>();
    for (JsonNode vector : vectors()) {
      String[] parts = vector.get("jws").asText().split("\\.", -1);
      JwtIssuer issuer = issuer(keys(vector));
      for (String text : List.of(vector.get("jws").asText(), forged(parts, claims))) {
        try {
          wrong.add(text + " proves " + issuer.verify(text).told(false));
        } catch (TokenRefusedException | KeysUnavailableException e) {
          assertTrue(String.valueOf(e.getMessage()).length() < 500, text);
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  private static String forged(String[] parts, String claims) {
    return parts[0] + "." + claims + "." + (parts.length > 2 ? parts[2] : "");
  }

  private static JwtIssuer issuer(String keys) {
    return JwtIssuer.of(
        "https://issuer.test",
        List.of("shop"),
        (url, bytes, millis) ->
            (url.endsWith("/keys") ? keys : "{\"jwks_uri\":\"https://issuer.test/keys\"}")
                .getBytes(StandardCharsets.UTF_8),
        WallClock.system(),
        Ticker.system(),
        Duration.ZERO);
  }

  private static String keys(JsonNode vector) {
    JsonNode keys = vector.get("keys");
    return keys.has("keys") ? Json.write(keys) : "{\"keys\":[" + Json.write(keys) + "]}";
  }

  private static boolean accepts(JsonNode vector) {
    try {
      CompactToken token =
          CompactToken.parse(vector.get("jws").asText(), Algorithms.RSA, text -> null);
      VerificationKey key =
          KeySet.read(keys(vector).getBytes(StandardCharsets.UTF_8)).find(token.header().keyId());
      if (key == null) {
        return false;
      }
      token.verify(key);
      return true;
    } catch (TokenRefusedException | IOException e) {
      return false;
    }
  }

  private static boolean enabled(String jws) {
    String header = new Base64URL(jws.substring(0, jws.indexOf('.'))).decodeToString();
    String algorithm = Json.read(header).path("alg").asText();
    return algorithm.startsWith("RS") || algorithm.startsWith("PS");
  }

  private static List<JsonNode> vectors() throws IOException {
    List<JsonNode> vectors = new ArrayList<>();
    try (Stream<Path> files = Files.list(SUITE.resolve("testvectors_v1"))) {
      for (Path file : files.sorted().toList()) {
        for (JsonNode group : Json.read(Files.readAllBytes(file)).get("testGroups")) {
          JsonNode keys = group.has("public") ? group.get("public") : group.get("private");
          for (JsonNode test : group.get("tests")) {
            if (test.path("jws").isTextual()) {
              ((ObjectNode) test).set("keys", keys);
              ((ObjectNode) test).set("group", group.get("comment"));
              vectors.add(test);
            }
          }
        }
      }
    }
    return vectors;
  }
}
