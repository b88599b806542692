package io.gatemason.generator.read.mapping;

import io.gatemason.generator.model.MappingText;
import io.gatemason.generator.model.MappingText.Literal;
import io.gatemason.generator.model.MappingText.Piece;
import io.gatemason.generator.model.MappingText.Placeholder;
import io.gatemason.generator.model.MappingText.StageVariable;
import io.gatemason.generator.source.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads texts with stage variables and placeholders. {@code ${stageVariables.name}} is filled at
 * invocation and {@code {name}} by an {@code integration.request.path} mapping; {@code ${other}}
 * stays as it is (docs/behaviour/integrations.md#uri).
 */
public final class MappingTexts {
  private static final Pattern VARIABLE =
      Pattern.compile(
          "\\$\\{stageVariables\\.([A-Za-z0-9_]+)\\}|\\$\\{[^}]*\\}|\\{([A-Za-z0-9._$-]+)\\}");

  private MappingTexts() {}

  /** Splits a text into literals, stage variables and placeholders. */
  public static MappingText parse(String text, Range range) {
    return parse(text, range, true);
  }

  /** Splits a text in which only stage variables mean something, such as an ARN. */
  public static MappingText parseStageVariables(String text, Range range) {
    return parse(text, range, false);
  }

  private static MappingText parse(String text, Range range, boolean placeholders) {
    List<Piece> pieces = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    Matcher matcher = VARIABLE.matcher(text);
    int end = 0;
    while (matcher.find()) {
      literal.append(text, end, matcher.start());
      end = matcher.end();
      if (matcher.group(1) != null) {
        flush(literal, pieces);
        pieces.add(new StageVariable(matcher.group(1)));
      } else if (matcher.group(2) != null && placeholders) {
        flush(literal, pieces);
        pieces.add(new Placeholder(matcher.group(2)));
      } else {
        literal.append(matcher.group());
      }
    }
    literal.append(text, end, text.length());
    flush(literal, pieces);
    return new MappingText(pieces, range);
  }

  private static void flush(StringBuilder literal, List<Piece> pieces) {
    if (literal.length() > 0) {
      pieces.add(new Literal(literal.toString()));
      literal.setLength(0);
    }
  }
}
