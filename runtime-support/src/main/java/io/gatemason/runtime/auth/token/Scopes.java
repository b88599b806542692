package io.gatemason.runtime.auth.token;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The scopes of a claim: words in one text (RFC 8693 §4.2), or a list. */
final class Scopes {
  private Scopes() {}

  static List<String> of(JsonNode claim) {
    if (claim.isTextual()) {
      return List.of(claim.textValue().split(" ", -1));
    }
    List<String> scopes = new ArrayList<>();
    claim.forEach(each -> scopes.add(each.asText()));
    return scopes;
  }
}
