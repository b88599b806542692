package io.gatemason.generator.emit.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Statements too long for a line; the formatter of the build checks the golden files besides. */
class WrappingTest {
  private static final String LONG = "\"" + "x".repeat(60) + "\"";

  @Test
  void breaksBehindAnAssignmentAndBeforeTheCallsOfAChain() {
    assertEquals(
        List.of(
            "  private static final AwsEndpoint ENDPOINT =",
            "      AwsEndpoint.of(" + LONG + ")",
            "          .withCredentials(" + LONG + ");"),
        Wrapping.lines(
            "  private static final AwsEndpoint ENDPOINT = AwsEndpoint.of("
                + LONG
                + ").withCredentials("
                + LONG
                + ");"));
  }

  @Test
  void breaksBehindTheArrowOfACase() {
    assertEquals(
        List.of(
            "      case \"a\", \"b\" ->",
            "          request.body(",
            "              " + LONG + ", Template.render(in));"),
        Wrapping.lines(
            "      case \"a\", \"b\" -> request.body(" + LONG + ", Template.render(in));"));
  }

  @Test
  void breaksBeforeOperatorsInConditions() {
    assertEquals(
        List.of("    if (first(" + LONG + ")", "        || !second(" + LONG + ")) {"),
        Wrapping.lines("    if (first(" + LONG + ") || !second(" + LONG + ")) {"));
  }

  @Test
  void givesEachPartOfALoopAndEachLongArgumentALine() {
    assertEquals(
        List.of(
            "    for (int i = f(" + LONG + ");",
            "        next(i, " + name(20) + ");",
            "        i++) {"),
        Wrapping.lines("    for (int i = f(" + LONG + "); next(i, " + name(20) + "); i++) {"));
    assertEquals(
        List.of("  void f(", "      A " + name(50) + ",", "      B<C, D> " + name(50) + ") {"),
        Wrapping.lines("  void f(A " + name(50) + ", B<C, D> " + name(50) + ") {"));
  }

  @Test
  void neverBreaksInsideALiteral() {
    String literal = "\"" + "a, (b) + \\\" -> ? ; ".repeat(8) + "\"";
    assertEquals(
        List.of("    out.text(", "        " + literal + ");"),
        Wrapping.lines("    out.text(" + literal + ");"));
  }

  @Test
  void changesNothingButWhiteSpaceAndKeepsLiteralsWhole() {
    Random random = new Random(1);
    for (int i = 0; i < 1_000; i++) {
      String expression = expression(random, 4);
      for (String form :
          List.of("  return %s;", "  int i = %s;", "  if (%s) {", "  case 1 -> %s;")) {
        String text = form.replace("%s", expression);
        List<String> lines = Wrapping.lines(text);
        assertEquals(blankless(text), blankless(String.join("", lines)));
        for (String line : lines) {
          assertEquals(0, quotes(line) % 2, text);
          assertEquals(line.stripTrailing(), line, text);
        }
      }
    }
  }

  private static String expression(Random random, int depth) {
    String one = depth == 0 ? "name" + random.nextInt(9) : expression(random, depth - 1);
    String other = depth == 0 ? "\"a, (b -> ? \\\" = <\"" : expression(random, depth - 1);
    return switch (random.nextInt(9)) {
      case 0 -> one + " + " + other;
      case 1 -> one + " && " + other;
      case 2 -> "(" + one + " < " + other + ")";
      case 3 -> "(" + one + " ? " + one + " : " + other + ")";
      case 4 -> "f(() -> " + one + ", " + other + ")";
      case 5 -> "Type.of(" + one + ").with(" + other + ").last()";
      case 6 -> "!is(" + other + ")";
      case 7 -> "new Type<A, B>(" + one + ", " + other + ")";
      default -> other;
    };
  }

  private static String blankless(String java) {
    return java.replaceAll("\\s", "");
  }

  private static long quotes(String line) {
    return line.replace("\\\"", "").chars().filter(c -> c == '"').count();
  }

  private static String name(int length) {
    return "n".repeat(length);
  }
}
