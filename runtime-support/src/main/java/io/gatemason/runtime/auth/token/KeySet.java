package io.gatemason.runtime.auth.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.JWK;
import io.gatemason.runtime.json.Json;
import io.gatemason.runtime.json.JsonFormatException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys of an issuer by their ids (RFC 7517 §5). Immutable. */
final class KeySet {
  private static final int MOST_KEYS = 100;

  private final Map<String, VerificationKey> keys;

  private KeySet(Map<String, VerificationKey> keys) {
    this.keys = Map.copyOf(keys);
  }

  /**
   * Reads a key set. Keys without an id, of other types or for other uses are passed over.
   *
   * @throws IOException if the document is no key set
   */
  static KeySet read(byte[] document) throws IOException {
    JsonNode list;
    try {
      list = Json.read(new String(document, StandardCharsets.UTF_8)).path("keys");
    } catch (JsonFormatException e) {
      throw new IOException("the key set is no JSON", e);
    }
    if (!list.isArray() || list.size() > MOST_KEYS) {
      throw new IOException("the key set has no list of keys, or a longer one than is read");
    }
    Map<String, VerificationKey> keys = new HashMap<>();
    for (JsonNode each : list) {
      String id = each.path("kid").asText();
      VerificationKey key = id.isEmpty() ? null : key(each);
      if (key != null) {
        keys.putIfAbsent(id, key);
      }
    }
    return new KeySet(keys);
  }

  private static @Nullable VerificationKey key(JsonNode node) {
    try {
      return VerificationKey.of(JWK.parse(Json.write(node)));
    } catch (ParseException | IllegalArgumentException e) {
      return null;
    }
  }

  @Nullable VerificationKey find(String keyId) {
    return keys.get(keyId);
  }
}
