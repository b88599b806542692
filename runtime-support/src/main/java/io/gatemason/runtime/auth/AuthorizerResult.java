package io.gatemason.runtime.auth;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatemason.runtime.policy.Policy;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an authorizer function returned: a policy, and what it says about the caller. Immutable. */
final class AuthorizerResult {
  private final Policy policy;
  private final Map<String, @Nullable Object> entries;
  private final String usageIdentifierKey;
  private final byte[] document;

  private AuthorizerResult(
      Policy policy,
      Map<String, @Nullable Object> entries,
      String usageIdentifierKey,
      byte[] document) {
    this.policy = policy;
    this.entries = entries;
    this.usageIdentifierKey = usageIdentifierKey;
    this.document = document;
  }

  /** Judges calls. */
  Policy policy() {
    return policy;
  }

  /** The principal's id and the context, each as text. */
  Map<String, @Nullable Object> entries() {
    return entries;
  }

  /** The caller's API key, "" if the function named none. */
  String usageIdentifierKey() {
    return usageIdentifierKey;
  }

  /** What the function returned. */
  byte[] document() {
    return document;
  }

  /**
   * Reads what a function returned (docs/behaviour/authorization.md#authorizer-results).
   *
   * @throws IllegalArgumentException if it is no result; the message holds nothing of it but names
   */
  static AuthorizerResult read(byte[] document) {
    JsonNode root = AuthorizerDocument.parse(document);
    require(root.isObject(), "it is no object");
    for (Map.Entry<String, JsonNode> member : root.properties()) {
      switch (member.getKey()) {
        case "principalId", "policyDocument", "context", "usageIdentifierKey" -> {}
        default -> require(false, "Unrecognized field \"" + member.getKey() + "\"");
      }
    }
    require(root.has("principalId"), "principalId is missing");
    require(scalar(root.path("principalId")), "principalId is no text");
    require(root.has("policyDocument"), "policyDocument is missing");
    JsonNode key = root.path("usageIdentifierKey");
    require(
        key.isMissingNode() || key.isNull() || key.isTextual(), "usageIdentifierKey is no text");
    return new AuthorizerResult(
        AuthorizerDocument.policy(root),
        entries(root),
        key.isTextual() ? key.textValue() : "",
        document);
  }

  private static Map<String, @Nullable Object> entries(JsonNode root) {
    JsonNode context = root.path("context");
    require(context.isMissingNode() || context.isNull() || context.isObject(), "context is no map");
    Map<String, @Nullable Object> entries = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : context.properties()) {
      require(scalar(entry.getValue()), "context." + entry.getKey() + " is no scalar");
      entries.put(entry.getKey(), text(entry.getValue()));
    }
    entries.put("principalId", text(root.path("principalId")));
    return Collections.unmodifiableMap(entries);
  }

  private static boolean scalar(JsonNode value) {
    return value.isTextual() || value.isNumber() || value.isBoolean() || value.isNull();
  }

  private static @Nullable String text(JsonNode value) {
    if (value.isNull()) {
      return null;
    }
    return value.isBigDecimal() ? value.decimalValue().toPlainString() : value.asText();
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
