package io.gatemason.runtime.auth.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.util.Base64URL;
import io.gatemason.runtime.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

  private static boolean accepts(JsonNode vector) {
    try {
      CompactToken token =
          CompactToken.parse(vector.get("jws").asText(), Algorithms.RSA, text -> null);
      JsonNode keys = vector.get("keys");
      String set = keys.has("keys") ? Json.write(keys) : "{\"keys\":[" + Json.write(keys) + "]}";
      VerificationKey key =
          KeySet.read(set.getBytes(StandardCharsets.UTF_8)).find(token.header().keyId());
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
