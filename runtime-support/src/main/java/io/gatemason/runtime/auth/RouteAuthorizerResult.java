package io.gatemason.runtime.auth;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatemason.runtime.policy.AccessRequest;
import io.gatemason.runtime.policy.Policy;
import io.gatemason.runtime.store.EntryCodec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an authorizer function of an HTTP API returned (docs/behaviour/http-api.md#functions): a
 * decision or a policy, and what it says about the caller. Immutable.
 */
final class RouteAuthorizerResult {
  private final @Nullable Policy policy;
  private final boolean allowed;
  private final @Nullable Map<String, @Nullable Object> context;
  private final Map<String, @Nullable Object> entries;
  private final boolean simple;
  private final byte[] document;

  private RouteAuthorizerResult(JsonNode root, boolean simple, byte[] document) {
    this.policy = simple ? null : AuthorizerDocument.policy(root);
    this.allowed = simple && root.path("isAuthorized").booleanValue();
    this.context = context(root.path("context"));
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    if (context != null) {
      all.putAll(context);
    }
    if (!simple) {
      all.put("principalId", root.path("principalId").asText());
    }
    this.entries = Collections.unmodifiableMap(all);
    this.simple = simple;
    this.document = document;
  }

  /**
   * Reads it.
   *
   * @param simple whether a decision is expected, otherwise a policy
   * @throws IllegalArgumentException if it is neither; the message holds nothing of it but names
   */
  static RouteAuthorizerResult read(byte[] document, boolean simple) {
    JsonNode root = AuthorizerDocument.parse(document);
    if (simple && !root.path("isAuthorized").isBoolean()) {
      throw new IllegalArgumentException("isAuthorized is no boolean");
    }
    if (!simple && !root.path("principalId").isValueNode()) {
      throw new IllegalArgumentException("principalId is no text");
    }
    return new RouteAuthorizerResult(root, simple, document);
  }

  private static @Nullable Map<String, @Nullable Object> context(JsonNode context) {
    if (context.isMissingNode() || context.isNull()) {
      return null;
    }
    if (!context.isObject()) {
      throw new IllegalArgumentException("context is no map");
    }
    return map(context);
  }

  private static Map<String, @Nullable Object> map(JsonNode object) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    object.properties().forEach(entry -> map.put(entry.getKey(), value(entry.getValue())));
    return Collections.unmodifiableMap(map);
  }

  private static @Nullable Object value(JsonNode node) {
    if (node.isObject()) {
      return map(node);
    }
    if (node.isArray()) {
      List<@Nullable Object> list = new ArrayList<>();
      node.forEach(each -> list.add(value(each)));
      return Collections.unmodifiableList(list);
    }
    if (node.isNull()) {
      return null;
    }
    return node.isNumber()
        ? node.numberValue()
        : node.isBoolean() ? node.booleanValue() : node.asText();
  }

  /** Whether it lets a call pass; a policy is judged anew for each call. */
  boolean allows(AccessRequest call) {
    return policy == null ? allowed : call.judgedBy(policy).allows();
  }

  /** The context with its types, null if the function gave none. */
  @Nullable Map<String, @Nullable Object> context() {
    return context;
  }

  /** The context and the principal's id. */
  Map<String, @Nullable Object> entries() {
    return entries;
  }

  /** Results as the functions returned them, behind a byte that says which form they have. */
  static final class Codec implements EntryCodec<RouteAuthorizerResult> {
    /** A parsed policy takes about so many bytes of the heap for each of its text. */
    private static final int PARSED = 6;

    @Override
    public int weigh(RouteAuthorizerResult entry) {
      return PARSED * entry.document.length;
    }

    @Override
    public byte[] encode(RouteAuthorizerResult entry) {
      byte[] bytes = new byte[entry.document.length + 1];
      bytes[0] = (byte) (entry.simple ? 1 : 0);
      System.arraycopy(entry.document, 0, bytes, 1, entry.document.length);
      return bytes;
    }

    @Override
    public RouteAuthorizerResult decode(byte[] bytes) {
      return read(Arrays.copyOfRange(bytes, 1, bytes.length), bytes[0] == 1);
    }
  }
}
