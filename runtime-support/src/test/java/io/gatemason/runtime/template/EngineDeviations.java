package io.gatemason.runtime.template;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Where the compiler differs from Velocity 1.7 on purpose; ADR 0005 lists and reasons the forms.
 */
final class EngineDeviations {
  private static final List<Pattern> FORMS =
      List.of(
          // 1.7 loses what follows "a" in "$x{a}"
          Pattern.compile("\\$!?[A-Za-z_][\\w-]*\\{"),
          // 1.7 prints a comment directly behind a property; refused
          Pattern.compile("\\$!?[A-Za-z_][^\\s#]*##"),
          // 1.7 joins text with the source of an operation that has no result
          Pattern.compile("[-*/%+].*\\+ ?(['\"(]|\\$)|['\"] ?\\+.*[-*/%+]"),
          // 1.7 loses the blanks of "$x[0]b #set(…)"
          Pattern.compile("[\\])][A-Za-z_][\\w-]*[ \\t]+#\\{?set"),
          // 1.7 takes a loop without "in"; refused
          Pattern.compile("#(foreach|\\{foreach\\})\\s*\\((?!\\s*\\$!?\\{?[\\w-]+\\}?\\s+in\\b)"));

  private EngineDeviations() {}

  /** Whether a template has a form that is not compared. */
  static boolean cover(String template) {
    return FORMS.stream().anyMatch(form -> form.matcher(template).find());
  }

  /**
   * Whether two results differ only where 1.7 goes on reading a reference behind a directive,
   * comment or escape: it then prints a comment and loses ".b" of "a.b".
   */
  static boolean onlyReadOn(String expected, String actual) {
    return withoutTraces(expected).equals(withoutTraces(actual));
  }

  private static String withoutTraces(String text) {
    return text.replaceAll("##( note)?\r?\n?", "").replace("a.b", "a");
  }
}
