package io.gatemason.generator.source;

import java.util.List;

/** What to do about the complaints of the YAML parser that people meet most. */
final class YamlAdvice {
  private static final List<Advice> ALL =
      List.of(
          new Advice(
              "mapping values are not allowed here",
              "quote text that has \": \" inside or \":\" at its end, or correct the line before"),
          new Advice(
              "expected '<document start>'",
              "indent the line like the keys of its object; all keys of an object begin in one"
                  + " column"),
          new Advice(
              "expected <block end>",
              "indent the line like its neighbours; all keys of an object begin in one column"),
          new Advice(
              "could not find expected ':'", "write \": \" behind the key, or close a quote"),
          new Advice("that cannot start any token", "quote text that begins with this character"),
          new Advice("found unexpected end of stream", "close the quote"),
          new Advice("found unexpected document separator", "close the quote"),
          new Advice("found unknown escape character", "write \\\\ for \\, or use single quotes"),
          new Advice("expected ',' or", "add the comma, or close the bracket or quote"),
          new Advice("but found '<stream end>'", "close the bracket"));

  private record Advice(String part, String hint) {}

  private YamlAdvice() {}

  /** A hint for a complaint; empty text where there is none to give. */
  static String hint(String complaint) {
    return ALL.stream()
        .filter(advice -> complaint.contains(advice.part()))
        .map(Advice::hint)
        .findFirst()
        .orElse("");
  }
}
