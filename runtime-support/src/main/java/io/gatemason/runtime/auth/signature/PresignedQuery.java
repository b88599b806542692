package io.gatemason.runtime.auth.signature;

import io.gatemason.runtime.auth.signature.SignatureRefusedException.Kind;
import io.gatemason.runtime.client.QueryParameters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** The signature in the query (docs/behaviour/authorization.md#signatures). */
final class PresignedQuery {
  private static final String PREFIX = "X-Amz-";
  private static final List<String> REQUIRED =
      List.of(
          "X-Amz-Algorithm",
          "X-Amz-Credential",
          "X-Amz-Signature",
          "X-Amz-SignedHeaders",
          "X-Amz-Date",
          "X-Amz-Expires");

  private PresignedQuery() {}

  /** The parameters that belong to a signature, by name; one that comes twice is empty. */
  static Map<String, String> parameters(String query) {
    Map<String, String> found = new HashMap<>();
    if (query.contains(PREFIX)) {
      QueryParameters.parse(query)
          .forEach(
              (name, value) -> {
                if (name.startsWith(PREFIX)) {
                  found.merge(name, value, (one, other) -> "");
                }
              });
    }
    return found;
  }

  static SignatureFields read(Map<String, String> parameters) {
    StringJoiner missing = new StringJoiner(", ");
    for (String name : REQUIRED) {
      if (parameters.getOrDefault(name, "").isEmpty()) {
        missing.add("'" + name + "'");
      }
    }
    if (missing.length() > 0) {
      throw new SignatureRefusedException(
          Kind.INCOMPLETE,
          "AWS query-string parameters must include "
              + missing
              + ". Re-examine the query-string parameters.");
    }
    return new SignatureFields(
        parameters.getOrDefault("X-Amz-Algorithm", ""),
        parameters.getOrDefault("X-Amz-Credential", ""),
        SignatureFields.names(parameters.getOrDefault("X-Amz-SignedHeaders", "")),
        parameters.getOrDefault("X-Amz-Signature", ""),
        parameters.getOrDefault("X-Amz-Date", ""),
        parameters.getOrDefault("X-Amz-Security-Token", ""),
        SignatureFields.validSeconds(parameters.getOrDefault("X-Amz-Expires", "")));
  }
}
