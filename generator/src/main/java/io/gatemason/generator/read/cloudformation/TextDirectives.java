package io.gatemason.generator.read.cloudformation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The directives of a file that Terraform or Jinja fills in: {@code if}, {@code else} and {@code
 * endif}.
 */
final class TextDirectives {
  private static final Pattern DIRECTIVE =
      Pattern.compile("%\\{~?\\s*([a-z]+)([^}]*?)~?\\s*\\}|\\{%-?\\s*(\\w+)([^%]*)%\\}");

  private final TextTemplate template;
  private final Deque<Branch> open = new ArrayDeque<>();
  private int deadFrom = -1;

  private record Branch(boolean outer, boolean holds) {}

  TextDirectives(TextTemplate template) {
    this.template = template;
  }

  /** Leaves out the directives, and what stands in branches whose condition does not hold. */
  void cut() {
    Matcher matcher = DIRECTIVE.matcher(template.file().text());
    while (matcher.find()) {
      boolean jinja = matcher.group(1) == null;
      String word = jinja ? matcher.group(3) : matcher.group(1);
      directive(jinja ? "{% " + word : word, matcher);
    }
    if (deadFrom >= 0) {
      template.leaveOut(deadFrom, template.file().text().length());
    }
    if (!open.isEmpty()) {
      template.report(
          "a directive \"%{ if }\" has no \"%{ endif }\"", template.file().text().length());
    }
  }

  private void directive(String word, Matcher matcher) {
    boolean wasActive = active();
    switch (word) {
      case "if" -> open.push(new Branch(wasActive, wasActive && holds(matcher)));
      case "else" -> {
        if (open.isEmpty()) {
          template.report("\"%{ else }\" stands outside of \"%{ if }\"", matcher.start());
        } else {
          Branch branch = open.pop();
          open.push(new Branch(branch.outer(), branch.outer() && !branch.holds()));
        }
      }
      case "endif" -> {
        if (open.poll() == null) {
          template.report("\"%{ endif }\" stands outside of \"%{ if }\"", matcher.start());
        }
      }
      default -> {
        if (wasActive) {
          template.report("directive \"" + word + "\" is not evaluated", matcher.start());
        }
      }
    }
    cut(wasActive, matcher.start(), matcher.end());
  }

  private void cut(boolean wasActive, int start, int end) {
    if (wasActive && !active()) {
      deadFrom = start;
    } else if (!wasActive && active()) {
      template.leaveOut(deadFrom, end);
      deadFrom = -1;
    } else if (wasActive) {
      template.leaveOut(start, end);
    }
  }

  private boolean active() {
    Branch branch = open.peek();
    return branch == null || branch.holds();
  }

  private boolean holds(Matcher matcher) {
    List<String> missing = new ArrayList<>();
    try {
      boolean holds =
          TerraformCondition.holds(
              matcher.group(2),
              name -> {
                Optional<String> value = template.names().value(name);
                if (value.isEmpty()) {
                  missing.add(name);
                }
                return value;
              });
      missing.forEach(name -> template.missing(name, matcher.start(), matcher.end()));
      return holds;
    } catch (TerraformCondition.NotUnderstood e) {
      template.report(String.valueOf(e.getMessage()), matcher.start());
      return true;
    }
  }
}
