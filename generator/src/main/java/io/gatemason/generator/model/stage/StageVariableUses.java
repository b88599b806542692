package io.gatemason.generator.model.stage;

import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a document reads stage variables: in URIs, mappings and templates. */
public final class StageVariableUses {
  private static final Set<String> PROSE =
      Set.of("description", "summary", "title", "example", "examples", "info", "tags");

  /** What is followed by a parenthesis is a function. */
  private static final Pattern USE =
      Pattern.compile(
          "(?:^|[${!])stageVariables(?:\\.get\\(['\"]|\\[['\"]|\\.(?!get\\())"
              + "([A-Za-z0-9_]++)(?!\\()");

  private StageVariableUses() {}

  /** The names, sorted. */
  public static Set<String> names(Node document) {
    Set<String> names = new TreeSet<>();
    find(document, (name, range) -> names.add(name));
    return names;
  }

  /** Gives the name and the place of each use, in document order. */
  public static void find(Node node, BiConsumer<String, Range> found) {
    node.asScalar().ifPresent(scalar -> look(scalar, found));
    node.asArray().ifPresent(array -> array.items().forEach(item -> find(item, found)));
    node.asObject().stream()
        .flatMap(object -> object.members().values().stream())
        .filter(member -> !PROSE.contains(member.name()))
        .forEach(member -> find(member.value(), found));
  }

  private static void look(ScalarNode scalar, BiConsumer<String, Range> found) {
    if (!scalar.text().contains("stageVariables")) {
      return;
    }
    Matcher use = USE.matcher(scalar.text());
    while (use.find()) {
      found.accept(
          use.group(1),
          new Range(
              scalar.range().file(), scalar.position(use.start(1)), scalar.position(use.end(1))));
    }
  }
}
