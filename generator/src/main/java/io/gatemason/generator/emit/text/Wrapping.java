package io.gatemason.generator.emit.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Breaks a statement that is too long for a line as google-java-format does: the outermost
 * expression first, four columns further in, and all breaks of one kind together. Knows the
 * statements that emitters print, not all of Java. Not thread-safe.
 */
final class Wrapping {
  private static final int COLUMNS = 100;

  /** Arguments shorter than this share lines where all of them are. */
  private static final int SHORT = 10;

  private static final Pattern CONDITION =
      Pattern.compile("(?:} else )?(?:if|while|switch|return switch) \\(");
  private static final List<List<String>> OPERATORS =
      List.of(
          List.of("||"),
          List.of("&&"),
          List.of("==", "!="),
          List.of("<", ">", "<=", ">="),
          List.of("+"));

  private final List<String> lines = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();

  private Wrapping() {}

  /** The lines of a statement or of the head of a block. */
  static List<String> lines(String statement) {
    Wrapping wrapping = new Wrapping();
    String text = statement.stripLeading();
    int indent = statement.length() - text.length();
    wrapping.line.append(" ".repeat(indent));
    wrapping.statement(text, indent);
    wrapping.lines.add(wrapping.line.toString());
    return wrapping.lines;
  }

  private boolean fits(String text) {
    return line.length() + text.length() <= COLUMNS;
  }

  private void next(int indent) {
    lines.add(line.toString().stripTrailing());
    line.setLength(0);
    line.append(" ".repeat(indent));
  }

  private void statement(String text, int indent) {
    Matcher condition = CONDITION.matcher(text);
    if (fits(text)) {
      line.append(text);
    } else if (text.startsWith("case ") || text.startsWith("default ->")) {
      arm(text, indent);
    } else if (text.startsWith("for (")) {
      loop(text, indent);
    } else if (text.endsWith(" {") && condition.lookingAt()) {
      line.append(condition.group());
      int end = text.length() - ") {".length();
      expression(text.substring(condition.end(), end), indent, ") {");
    } else if (text.endsWith(" {")) {
      declaration(text, indent);
    } else {
      simple(text, indent);
    }
  }

  private void arm(String text, int indent) {
    int arrow = JavaScan.find(text, " ->");
    String labels = text.substring(0, arrow) + " ->";
    List<String> each = fits(labels) ? List.of(labels) : JavaScan.split(labels, ",");
    for (int i = 0; i < each.size(); i++) {
      line.append(each.get(i)).append(i + 1 < each.size() ? "," : "");
      next(indent + 4);
    }
    simple(text.substring(arrow + " -> ".length()), indent + 4);
  }

  private void loop(String text, int indent) {
    List<String> parts = JavaScan.split(text.substring("for (".length(), text.length() - 3), ";");
    line.append("for (").append(parts.get(0)).append(';');
    for (int i = 1; i < parts.size(); i++) {
      if (parts.get(i).isEmpty()) {
        line.append(' ');
      } else {
        next(indent + 4);
      }
      line.append(parts.get(i)).append(i + 1 < parts.size() ? ";" : ") {");
    }
  }

  private void declaration(String text, int indent) {
    int thrown = text.indexOf(" throws ");
    head(thrown < 0 ? text : text.substring(0, thrown), indent);
    if (thrown >= 0) {
      next(indent + 4);
      line.append(text, thrown + 1, text.length());
    }
  }

  private void head(String text, int indent) {
    int open = text.indexOf('(');
    int parent = text.indexOf(" implements ");
    if (fits(text) || (open < 0 && parent < 0)) {
      line.append(text);
    } else if (open < 0) {
      line.append(text, 0, parent);
      next(indent + 4);
      line.append(text, parent + 1, text.length());
    } else {
      line.append(text, 0, open);
      int close = JavaScan.close(text, open);
      arguments(text.substring(open + 1, close), indent + 4, text.substring(close));
    }
  }

  private void simple(String text, int indent) {
    String end = text.endsWith(";") ? ";" : "";
    String rest = text.substring(0, text.length() - end.length());
    int equals = JavaScan.find(rest, " = ");
    if (equals >= 0) {
      line.append(rest, 0, equals).append(" =");
      next(indent + 4);
      expression(rest.substring(equals + 3), indent + 4, end);
      return;
    }
    int name = rest.lastIndexOf(' ');
    if (name > 0 && rest.indexOf('(') < 0) {
      line.append(rest, 0, name);
      next(indent + 4);
      rest = rest.substring(name + 1);
    }
    for (String keyword : List.of("return ", "throw ")) {
      if (rest.startsWith(keyword)) {
        line.append(keyword);
        rest = rest.substring(keyword.length());
      }
    }
    expression(rest, indent, end);
  }

  /**
   * Adds an expression.
   *
   * @param indent of the statement or argument that it is part of
   * @param after what stands behind it on its last line
   */
  private void expression(String text, int indent, String after) {
    int arrow = JavaScan.find(text, " -> ");
    int question = JavaScan.find(text, " ? ");
    if (fits(text + after)) {
      line.append(text).append(after);
    } else if (arrow >= 0) {
      line.append(text, 0, arrow + 3);
      next(indent + 4);
      expression(text.substring(arrow + 4), indent + 4, after);
    } else if (question >= 0) {
      int colon = JavaScan.colon(text);
      expression(text.substring(0, question), indent + 4, "");
      next(indent + 4);
      line.append("? ");
      expression(text.substring(question + 3, colon), indent + 4, "");
      next(indent + 4);
      line.append(": ");
      expression(text.substring(colon + 3), indent + 4, after);
    } else {
      operands(text, indent, after);
    }
  }

  private void operands(String text, int indent, String after) {
    for (List<String> operators : OPERATORS) {
      List<String> parts = JavaScan.operands(text, operators);
      if (parts.size() > 1) {
        expression(parts.get(0), indent + 4, "");
        for (int i = 1; i < parts.size(); i += 2) {
          next(indent + 4);
          line.append(parts.get(i)).append(' ');
          expression(parts.get(i + 1), indent + 4, i + 2 == parts.size() ? after : "");
        }
        return;
      }
    }
    if (text.startsWith("!")) {
      line.append('!');
      expression(text.substring(1), indent, after);
    } else {
      chain(JavaScan.split(text, "."), indent, after);
    }
  }

  private void chain(List<String> items, int indent, String after) {
    int last = items.size() - 1;
    int together = CallChain.together(items);
    boolean more = together < last;
    String start = String.join(".", items.subList(0, together + 1));
    call(start, more ? indent + 8 : indent + 4, more ? "" : after);
    for (int i = together + 1; i <= last; i++) {
      next(indent + 4);
      call("." + items.get(i), indent + 8, i == last ? after : "");
    }
  }

  private void call(String text, int indent, String after) {
    int open = text.indexOf('(');
    int close = open < 0 ? -1 : JavaScan.close(text, open);
    if (close < 0 || text.startsWith("\"") || close == open + 1 || fits(text + after)) {
      line.append(text).append(after);
    } else if (open == 0) {
      line.append('(');
      expression(text.substring(1, close), indent - 4, text.substring(close) + after);
    } else {
      line.append(text, 0, open);
      arguments(text.substring(open + 1, close), indent, text.substring(close) + after);
    }
  }

  private void arguments(String text, int indent, String after) {
    line.append('(');
    next(indent);
    list(JavaScan.split(text, ","), indent, after);
  }

  /** Adds what commas part: on one line, else filled where all is short, else one on each line. */
  private void list(List<String> items, int indent, String after) {
    String all = String.join(", ", items) + after;
    if (fits(all)) {
      line.append(all);
      return;
    }
    boolean fill = items.stream().allMatch(item -> item.length() < SHORT);
    for (int i = 0; i < items.size(); i++) {
      boolean last = i == items.size() - 1;
      String item = items.get(i) + (last ? after : ",");
      if (i > 0 && fill && fits(" " + item)) {
        line.append(' ');
      } else if (i > 0) {
        next(indent);
      }
      expression(items.get(i), indent, last ? after : ",");
    }
  }
}
