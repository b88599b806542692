package io.gatemason.generator.check.rest;

import io.gatemason.generator.check.rest.rule.Check;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.SourceCodes;
import io.gatemason.generator.model.rest.ApiOfMethods;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ScalarNode;
import java.util.Set;

/**
 * The separators of lines and paragraphs that Unicode has besides the line feed cannot be printed
 * in a Java literal by the library that prints Java. They come from copied prose, so prose may have
 * them.
 */
public final class LineSeparators implements Check<ApiOfMethods> {
  private static final Set<String> PROSE =
      Set.of("description", "summary", "title", "example", "examples", "info", "tags");

  @Override
  public void check(ApiOfMethods api, Diagnostics diagnostics) {
    walk(api.document(), diagnostics);
  }

  private static void walk(Node node, Diagnostics diagnostics) {
    node.asScalar().ifPresent(scalar -> look(scalar, diagnostics));
    node.asArray().ifPresent(array -> array.items().forEach(item -> walk(item, diagnostics)));
    node.asObject().stream()
        .flatMap(object -> object.members().values().stream())
        .filter(member -> !PROSE.contains(member.name()))
        .forEach(
            member -> {
              look(member.key(), diagnostics);
              walk(member.value(), diagnostics);
            });
  }

  private static void look(ScalarNode scalar, Diagnostics diagnostics) {
    int at = scalar.text().indexOf('\u2028');
    int other = scalar.text().indexOf('\u2029');
    if (at >= 0 || other >= 0) {
      diagnostics.report(
          SourceCodes.GM1003,
          scalar.range(),
          "character U+%s is not supported here".formatted(at >= 0 ? "2028" : "2029"),
          "write a line feed instead");
    }
  }
}
