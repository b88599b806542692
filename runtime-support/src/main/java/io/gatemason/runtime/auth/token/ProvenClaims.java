package io.gatemason.runtime.auth.token;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a proven token of a user pool claims. Safe for concurrent use. */
final class ProvenClaims {
  private final JsonNode node;
  private volatile @Nullable Map<String, String> texts;

  ProvenClaims(JsonNode node) {
    this.node = node;
  }

  /** The claims, which nobody changes. */
  JsonNode node() {
    return node;
  }

  /** The claims as texts, written once for all requests with the token. */
  Map<String, String> texts() {
    Map<String, String> written = texts;
    if (written == null) {
      written = ClaimTexts.of(node);
      texts = written;
    }
    return written;
  }
}
