package io.gatemason.runtime.template;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Where a compiled template differs from Velocity 1.7 on purpose; ADR 0005 lists and reasons the
 * forms. Only a difference is held against them, and each has a template that needs it.
 */
enum EngineDeviation {
  /** 1.7 prints {@code X{} for {@code $x{a}} and loses the rest, or fails. */
  BRACE_BEHIND_REFERENCE("#set($x = 'X')$x{a}", has("\\$!?[A-Za-z_][^\\s#$]*\\{")),

  /** 1.7 prints a comment directly behind a property; we refuse it. */
  COMMENT_BEHIND_PROPERTY("#set($x = {'k': 1})$x.k## c\n", refused("comment directly behind a")),

  /** The same, where the later parser stops at what stands behind the comment. */
  COMMENT_BEHIND_PROPERTY_AND_MORE(
      "#if(true)$x.k##\n[#end",
      difference ->
          difference.actual().contains("GM4001")
              && !difference.actual().contains("comment directly behind a")
              && Pattern.compile("\\$[^\\n#]*[.\\[][^\\s#)}]+##")
                  .matcher(difference.template())
                  .find()),

  /** 1.7 joins text with the source of an operation that has no result. */
  SOURCE_OF_OPERATION(
      "#set($x = $none * 2 + 'x')$x", has("[-*/%+].*\\+ ?(['\"(]|\\$)|['\"] ?\\+.*[-*/%+]")),

  /** 1.7 loses the blanks of {@code $x[0]b #set(…)}. */
  BLANK_BEFORE_SET(
      "#set($x = [1])$x[0]b #set($y = 2)", has("[\\])][A-Za-z_][\\w-]*[ \\t]+#\\{?set")),

  /** 1.7 takes a loop without {@code in}; we refuse it. */
  LOOP_WITHOUT_IN("#foreach($i $none)y#end", refused("not of the ")),

  /**
   * 1.7 goes on reading a reference behind a directive, comment or escape: it loses {@code .b} of
   * {@code a.b} with the blanks behind it and prints a comment.
   */
  READS_ON(
      "#set($x = {'k': 1})$x.k#set($y = 2)a.b",
      difference -> {
        String expected = difference.expected();
        return expected != null
            && withoutTraces(expected).equals(withoutTraces(difference.actual()));
      }),

  /** The same, where what it goes on with cannot be read. */
  READS_ON_AND_FAILS(
      "#set($x = 1)$x #set($y = 2)[a",
      difference ->
          difference.expected() == null
              && form("\\$[^\\s#]*[ \\t]*#\\{?\\w+\\}?( *\\([^#]*\\))?\\s*[\\[(]", difference)),

  /** The later parser does not read this; we refuse it. */
  BRACES_BEHIND_CALL(
      "#if(true)$x.size()${n}{$n.k#end",
      difference ->
          difference.template().contains("}{")
              && difference.actual().contains("is not expected here")),

  /** The same with a bracket. */
  BRACKET_BEHIND_CALL(
      "#if(true)$x.size()${n}[ #end",
      difference ->
          difference.template().contains("}[")
              && difference.actual().contains("\"[\" is not expected here")),

  /** 1.7 loses the escaped sign and more, or fails; we refuse it. */
  ESCAPED_NOTHING("\\$.b", refused("the service loses what stands here"));

  private final String example;
  private final Predicate<Differential.Difference> covers;

  EngineDeviation(String example, Predicate<Differential.Difference> covers) {
    this.example = example;
    this.covers = covers;
  }

  /** A template that the two engines render differently. */
  String example() {
    return example;
  }

  boolean covers(Differential.Difference difference) {
    return covers.test(difference);
  }

  /** The template has a form, and we do not refuse it. */
  private static Predicate<Differential.Difference> has(String form) {
    return difference -> form(form, difference);
  }

  private static boolean form(String form, Differential.Difference difference) {
    return !difference.actual().startsWith("failed: ")
        && Pattern.compile(form).matcher(difference.template()).find();
  }

  /** Our compiler says why. */
  private static Predicate<Differential.Difference> refused(String message) {
    return difference -> difference.actual().contains(message);
  }

  private static String withoutTraces(String text) {
    return text.replaceAll("##( note)?\r?\n?", "").replaceAll("a(\\.b)?[ \t]*", "a");
  }
}
