package io.gatemason.runtime.waf;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a request that matches a rule (docs/behaviour/web-acls.md#actions). Immutable.
 */
public final class Action {
  private final Kind kind;
  private final @Nullable CustomResponse response;
  private final Map<String, String> inserted;

  /** The kinds of action. */
  enum Kind {
    ALLOW,
    BLOCK,
    COUNT
  }

  private Action(Kind kind, @Nullable CustomResponse response, Map<String, String> inserted) {
    this.kind = kind;
    this.response = response;
    this.inserted = inserted;
  }

  /** The request goes on to its API; no later rule is asked. */
  public static Action allow() {
    return new Action(Kind.ALLOW, null, Map.of());
  }

  /** The request is answered as the API answers blocked ones. */
  public static Action block() {
    return new Action(Kind.BLOCK, null, Map.of());
  }

  /** The request is answered so. */
  public static Action block(CustomResponse response) {
    return new Action(Kind.BLOCK, response, Map.of());
  }

  /** Later rules decide. */
  public static Action count() {
    return new Action(Kind.COUNT, null, Map.of());
  }

  /** The action, which also adds a header to the request if that goes on. */
  public Action insert(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(inserted);
    more.put(name, value);
    return new Action(kind, response, more);
  }

  Kind kind() {
    return kind;
  }

  @Nullable CustomResponse response() {
    return response;
  }

  Map<String, String> inserted() {
    return inserted;
  }
}
