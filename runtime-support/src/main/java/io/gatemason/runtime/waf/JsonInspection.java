package io.gatemason.runtime.waf;

import io.gatemason.runtime.waf.text.JsonBodyElements;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a body that is JSON is looked at (docs/behaviour/web-acls.md#json-bodies). Immutable.
 *
 * @param pointers below which pointers (RFC 6901), null for everything
 * @param scope names or values
 * @param invalid what is done with a body that breaks off being JSON
 */
public record JsonInspection(@Nullable List<String> pointers, MatchScope scope, Invalid invalid) {

  /** What is done with a body that breaks off being JSON. */
  public enum Invalid {
    /** What could be read is looked at. */
    INSPECT_UP_TO_THERE,
    /** The body is looked at as one text. */
    EVALUATE_AS_STRING,
    MATCH,
    NO_MATCH
  }

  public JsonInspection {
    pointers = pointers == null ? null : List.copyOf(pointers);
  }

  /** Everything of that kind. */
  public static JsonInspection all(MatchScope scope, Invalid invalid) {
    return new JsonInspection(null, scope, invalid);
  }

  /** What lies below some pointers. */
  public static JsonInspection below(MatchScope scope, Invalid invalid, String... pointers) {
    return new JsonInspection(List.of(pointers), scope, invalid);
  }

  Field of(InspectedBody body) {
    if (body.whole().isEmpty()) {
      return Field.passing(false);
    }
    JsonBodyElements.Found found = JsonBodyElements.of(body.bytes(), pointers, scope.ofJson());
    if (found.whole() && !body.oversize()) {
      return Field.of(found.elements());
    }
    return switch (invalid) {
      case INSPECT_UP_TO_THERE -> Field.of(found.elements());
      case EVALUATE_AS_STRING -> Field.of(body.whole());
      case MATCH -> Field.passing(true);
      case NO_MATCH -> Field.passing(false);
    };
  }
}
