package io.gatemason.generator.read.cloudformation;

import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.SourceCodes;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.SourceFile;
import io.gatemason.generator.source.TextView;
import io.gatemason.generator.source.TextView.Edit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file that becomes YAML or JSON only when a templating tool has filled it in: directives of
 * Terraform, and placeholders outside of quotes. Places stay those of the file.
 */
public final class TextTemplate {
  private static final String ESCAPED_VARIABLE = "$${stageVariables.";

  /** How Terraform writes dollar or percent sign before a brace literally. */
  private static final Pattern ESCAPE = Pattern.compile("\\$\\$\\{|%%\\{");

  /** What is more than a name, with texts between quotes. */
  private static final Pattern EXPRESSION =
      Pattern.compile("(?<!\\$)\\$\\{((?:[^{}\"\\r\\n]|\"[^\"\\r\\n]*\")*+)\\}");

  private static final Pattern LINE_DIRECTIVE = Pattern.compile("(?m)^[ \\t]*(%\\{|\\{%)");

  private final SourceFile file;
  private final Names names;
  private final Diagnostics diagnostics;
  private final List<Edit> edits = new ArrayList<>();

  private TextTemplate(SourceFile file, Names names, Diagnostics diagnostics) {
    this.file = file;
    this.names = names;
    this.diagnostics = diagnostics;
  }

  /**
   * Whether a line begins with a directive, so that the file means nothing as it stands, or a stage
   * variable is escaped, so that the file means something else as it stands.
   */
  public static boolean isNeeded(SourceFile file) {
    String text = file.text();
    return text.contains(ESCAPED_VARIABLE)
        || ((text.contains("%{") || text.contains("{%")) && LINE_DIRECTIVE.matcher(text).find());
  }

  /** Whether a file that cannot be parsed as it stands may be a template. */
  public static boolean isPossible(SourceFile file) {
    String text = file.text();
    return text.contains("${") || text.contains("{{") || isNeeded(file);
  }

  /**
   * Fills in a file.
   *
   * @param diagnostics receives what has no value or is not understood
   * @return the text to parse
   */
  public static TextView fill(
      SourceFile file, Map<String, String> parameters, Diagnostics diagnostics) {
    TextTemplate template = new TextTemplate(file, new Names(parameters, List.of()), diagnostics);
    new TextDirectives(template).cut();
    template.expressions();
    template.escapes();
    template.placeholders(Placeholder.dollars(file.text()));
    template.placeholders(Placeholder.braces(file.text()));
    return TextView.of(file, template.edits);
  }

  SourceFile file() {
    return file;
  }

  Names names() {
    return names;
  }

  /** Leaves a part out. */
  void leaveOut(int start, int end) {
    edits.add(new Edit(start, end, ""));
  }

  private void placeholders(List<Placeholder> placeholders) {
    for (Placeholder placeholder : placeholders) {
      boolean gone = edits.stream().anyMatch(e -> overlaps(e, placeholder));
      if (!gone && !quoted(placeholder.start())) {
        Optional<String> value = names.value(placeholder.name());
        if (value.isEmpty()) {
          missing(placeholder.name(), placeholder.start(), placeholder.end());
        }
        String standIn = alone(placeholder) ? "" : "unresolved";
        String quotes =
            file.text().stripLeading().startsWith("{") && !standIn.isEmpty() ? "\"" : "";
        edits.add(placeholder.edit(value.orElse(quotes + standIn + quotes)));
      }
    }
  }

  private void escapes() {
    Matcher escape = ESCAPE.matcher(file.text());
    while (escape.find()) {
      Edit edit = new Edit(escape.start(), escape.start() + 1, "");
      if (edits.stream().noneMatch(e -> e.start() < edit.end() && edit.start() < e.end())) {
        edits.add(edit);
      }
    }
  }

  /** Quotes inside of an expression would end the text around it. */
  private void expressions() {
    Matcher expression = EXPRESSION.matcher(file.text());
    while (expression.find()) {
      Placeholder placeholder =
          new Placeholder(expression.start(), expression.end(), expression.group(1).strip());
      boolean quotes = placeholder.name().contains("\"");
      if (quotes && edits.stream().noneMatch(e -> overlaps(e, placeholder))) {
        Optional<String> value = names.parameter(placeholder.name());
        if (value.isEmpty()) {
          notEvaluated(placeholder.name(), placeholder.start(), placeholder.end());
        }
        edits.add(placeholder.edit(value.orElse("unresolved")));
      }
    }
  }

  private static boolean overlaps(Edit edit, Placeholder placeholder) {
    return edit.start() < placeholder.end() && placeholder.start() < edit.end();
  }

  private boolean quoted(int at) {
    int lineStart = file.text().lastIndexOf('\n', at - 1) + 1;
    boolean quoted = false;
    for (int i = lineStart; i < at; i++) {
      char c = file.text().charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      }
    }
    return quoted;
  }

  private boolean alone(Placeholder placeholder) {
    int line = file.position(placeholder.start()).line();
    return file.line(line).strip().length() == placeholder.end() - placeholder.start();
  }

  private void notEvaluated(String expression, int start, int end) {
    diagnostics.report(
        SourceCodes.GM2028,
        new Range(file, file.position(start), file.position(end)),
        Names.notEvaluated(expression),
        Names.howToGive(expression));
  }

  /** Reports a name without a value. */
  void missing(String name, int start, int end) {
    if (Names.isExpression(name)) {
      notEvaluated(name, start, end);
      return;
    }
    diagnostics.report(
        SourceCodes.GM2020,
        new Range(file, file.position(start), file.position(end)),
        "placeholder \"" + name + "\" has no value",
        Names.howToSet(name));
  }

  /** Reports what is not understood. */
  void report(String message, int at) {
    Range range = new Range(file, file.position(at), file.position(at + 1));
    diagnostics.report(
        SourceCodes.GM2028, range, message, "fill in the template before, or rewrite it");
  }
}
