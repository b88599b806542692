package io.gatemason.runtime.auth.token;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a proven token claims. Safe for concurrent use. */
public final class ProvenClaims {
  private final JsonNode node;
  private final Function<JsonNode, Map<String, String>> writing;
  private volatile @Nullable Map<String, String> texts;

  ProvenClaims(JsonNode node, Function<JsonNode, Map<String, String>> writing) {
    this.node = node;
    this.writing = writing;
  }

  /** The claims, which nobody changes. */
  public JsonNode node() {
    return node;
  }

  /** The claims as the kind of API shows them, written once for all requests with the token. */
  public Map<String, String> texts() {
    Map<String, String> written = texts;
    if (written == null) {
      written = writing.apply(node);
      texts = written;
    }
    return written;
  }
}
