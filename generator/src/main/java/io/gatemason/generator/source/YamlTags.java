package io.gatemason.generator.source;

import io.gatemason.generator.source.SyntaxProblem.Kind;
import java.util.Optional;
import java.util.Set;

/** Reads YAML tags and the place of the value behind them. */
final class YamlTags {
  private static final String STANDARD = "tag:yaml.org,2002:";
  private static final Set<String> DATA =
      Set.of("str", "int", "float", "bool", "null", "map", "seq", "timestamp");

  private final TextView view;

  YamlTags(TextView view) {
    this.view = view;
  }

  /** The local tag as written, or empty text. */
  String local(Optional<String> tag, Range range) throws TreeFailure {
    if (tag.isEmpty() || tag.get().equals("!")) {
      return "";
    }
    if (tag.get().startsWith("!")) {
      return tag.get();
    }
    if (tag.get().startsWith(STANDARD) && DATA.contains(tag.get().substring(STANDARD.length()))) {
      return "";
    }
    throw new TreeFailure(
        Kind.FOREIGN_TAG,
        range,
        "YAML tag \"" + tag.get() + "\" does not name plain data",
        "remove the tag");
  }

  /** Whether the look of a plain scalar decides what it is. */
  boolean readsKind(Optional<String> tag) {
    return tag.isEmpty()
        || (!tag.get().startsWith("!")
            && !tag.get().equals(STANDARD + "str")
            && !tag.get().equals(STANDARD + "timestamp"));
  }

  /** Where a value begins whose tag and anchor begin at {@code start}. */
  int contentStart(int start, int limit) {
    String text = view.text();
    int at = start;
    while (at < limit && (text.charAt(at) == '!' || text.charAt(at) == '&')) {
      while (at < limit && !Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      at = skipSpace(at, limit);
    }
    return at;
  }

  private int skipSpace(int start, int limit) {
    String text = view.text();
    int at = start;
    while (at < limit && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '#')) {
      if (text.charAt(at) == '#') {
        int lineEnd = text.indexOf('\n', at);
        at = lineEnd < 0 ? limit : lineEnd;
      } else {
        at++;
      }
    }
    return at;
  }
}
