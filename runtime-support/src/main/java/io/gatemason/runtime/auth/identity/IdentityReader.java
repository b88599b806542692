package io.gatemason.runtime.auth.identity;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatemason.runtime.auth.identity.Identity.SigningSecret;
import io.gatemason.runtime.policy.Caller;
import io.gatemason.runtime.policy.Policy;
import io.gatemason.runtime.policy.PolicyFormatException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads identities from JSON (docs/security.md#identities). Messages hold no secrets. */
final class IdentityReader {
  static final Pattern ACCESS_KEY_ID = Pattern.compile("[A-Za-z0-9_]{1,128}");
  private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
  private static final Pattern ARN =
      Pattern.compile("arn:aws[a-z-]*:(?:iam|sts)::(\\d{12}):(?:root|[a-z-]+/.+)");

  private IdentityReader() {}

  /**
   * Reads an identity whose secret is known.
   *
   * @throws IllegalArgumentException if a member is missing or unusable
   */
  static Identity withSecret(JsonNode node) {
    return read(node, SigningSecret.of(text(node, "secretAccessKey")));
  }

  /**
   * Reads an identity of which one signing key is known.
   *
   * @throws IllegalArgumentException if a member is missing or unusable
   */
  static Identity withSigningKey(JsonNode node, CredentialScope scope) {
    byte[] key;
    try {
      key = Base64.getDecoder().decode(text(node, "signingKey"));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("\"signingKey\" is no base64");
    }
    return read(node, SigningSecret.of(key, scope));
  }

  private static Identity read(JsonNode node, SigningSecret secret) {
    String id = text(node, "accessKeyId");
    require(ACCESS_KEY_ID.matcher(id).matches(), "\"accessKeyId\" is no id of an access key");
    return new Identity(
        id,
        secret,
        node.has("sessionToken") ? text(node, "sessionToken") : "",
        expiration(node),
        caller(node),
        policy(node.path("policies")));
  }

  private static Caller caller(JsonNode node) {
    String arn = text(node, "arn");
    var parts = ARN.matcher(arn);
    require(parts.matches(), "\"arn\" is no ARN of a caller");
    String account = node.has("accountId") ? text(node, "accountId") : parts.group(1);
    require(ACCOUNT.matcher(account).matches(), "\"accountId\" has not twelve digits");
    require(parts.group(1).equals(account), "\"arn\" and \"accountId\" name two accounts");
    Map<String, String> tags = new HashMap<>();
    for (Map.Entry<String, JsonNode> tag : node.path("tags").properties()) {
      require(tag.getValue().isTextual(), "a tag is text");
      tags.put(tag.getKey(), tag.getValue().textValue());
    }
    return new Caller(arn, account, text(node, "userId"), tags);
  }

  private static Policy policy(JsonNode documents) {
    require(documents.isMissingNode() || documents.isArray(), "\"policies\" is a list");
    List<Policy> policies = new ArrayList<>();
    try {
      documents.forEach(each -> policies.add(Policy.ofIdentity(each)));
    } catch (PolicyFormatException e) {
      throw new IllegalArgumentException("\"policies\": " + e.getMessage());
    }
    return Policy.all(policies);
  }

  private static @Nullable Instant expiration(JsonNode node) {
    if (!node.has("expiration")) {
      return null;
    }
    try {
      return Instant.parse(text(node, "expiration"));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("\"expiration\" is no time, such as 2030-01-01T00:00:00Z");
    }
  }

  static String text(JsonNode node, String name) {
    JsonNode value = node.path(name);
    require(value.isTextual() && !value.textValue().isEmpty(), "\"" + name + "\" is missing");
    return value.textValue();
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
