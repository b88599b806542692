package io.gatemason.runtime.auth;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatemason.runtime.json.Json;
import io.gatemason.runtime.json.JsonFormatException;
import io.gatemason.runtime.policy.Policy;
import io.gatemason.runtime.policy.PolicyFormatException;
import java.nio.charset.StandardCharsets;

/** Reads what authorizer functions return; no message holds anything of it but names. */
final class AuthorizerDocument {
  private static final int LARGEST_BYTES = 1_048_576;
  private static final String UNAUTHORIZED = "Unauthorized";

  private AuthorizerDocument() {}

  /**
   * The JSON that was returned.
   *
   * @throws IllegalArgumentException if it is none, or larger than a megabyte
   */
  static JsonNode parse(byte[] document) {
    if (document.length > LARGEST_BYTES) {
      throw new IllegalArgumentException("it is larger than " + LARGEST_BYTES + " bytes");
    }
    try {
      return Json.read(new String(document, StandardCharsets.UTF_8));
    } catch (JsonFormatException e) {
      throw new IllegalArgumentException("it is no JSON");
    }
  }

  /**
   * The policy of its member {@code policyDocument}.
   *
   * @throws IllegalArgumentException if that is none
   */
  static Policy policy(JsonNode root) {
    try {
      return Policy.ofAuthorizer(root.path("policyDocument"));
    } catch (PolicyFormatException e) {
      throw new IllegalArgumentException("policyDocument: " + e.getMessage());
    }
  }

  /** Whether a function says by its error that the caller is nobody who is known. */
  static boolean saysUnauthorized(byte[] document) {
    try {
      JsonNode error = Json.read(new String(document, StandardCharsets.UTF_8));
      return error.path("errorMessage").asText().equals(UNAUTHORIZED);
    } catch (JsonFormatException e) {
      return false;
    }
  }
}
