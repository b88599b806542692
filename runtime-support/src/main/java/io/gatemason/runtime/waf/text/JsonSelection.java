package io.gatemason.runtime.waf.text;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether a value is looked at, and what of JSON pointers (RFC 6901) leads on from it. */
final class JsonSelection {
  private static final JsonSelection WHOLE = new JsonSelection(true, List.of());

  private final boolean selected;

  /** What is left of the pointers to values below this one. */
  private final List<List<String>> rest;

  private JsonSelection(boolean selected, List<List<String>> rest) {
    this.selected = selected;
    this.rest = rest;
  }

  /** That of a whole body, where there are no pointers or an empty one. */
  static JsonSelection of(@Nullable List<String> pointers) {
    return pointers == null ? WHOLE : of(pointers.stream().map(JsonSelection::tokens));
  }

  private static JsonSelection of(Stream<List<String>> rests) {
    List<List<String>> rest = rests.toList();
    return rest.contains(List.of()) ? WHOLE : new JsonSelection(false, rest);
  }

  private static List<String> tokens(String pointer) {
    return Arrays.stream(pointer.split("/", -1))
        .skip(1)
        .map(token -> token.replace("~1", "/").replace("~0", "~"))
        .toList();
  }

  boolean selected() {
    return selected;
  }

  /** That of the member with a key, or with an index written in digits. */
  JsonSelection child(String key) {
    return selected || rest.isEmpty()
        ? this
        : of(
            rest.stream()
                .filter(tokens -> tokens.get(0).equals(key))
                .map(tokens -> tokens.subList(1, tokens.size())));
  }
}
