package io.gatemason.generator.jsonschema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatemason.generator.diagnostics.Diagnostic;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.source.ArrayNode;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import io.gatemason.generator.source.ScalarNode.Kind;
import io.gatemason.generator.source.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SchemaDiagnosticsTest {
  private static final Range RANGE = new SourceFile("api.yaml", "").range();

  @Test
  void reportsSchemasThatAreNone() {
    assertEquals(List.of("GM5001"), codes(object("items", text("string"))));
  }

  @Test
  void reportsMissingSchemasAsWarning() {
    assertEquals(List.of("GM5002"), codes(object("$ref", text("#/definitions/Gone"))));
  }

  @Test
  void reportsReferencesOutOfTheDocument() {
    assertEquals(List.of("GM5011"), codes(object("$ref", text("https://example.com/a.json"))));
  }

  @Test
  void reportsWrongValuesOfKeywords() {
    for (String keyword : List.of("minLength", "maximum", "required", "enum", "multipleOf")) {
      assertEquals(List.of("GM5003"), codes(object(keyword, text("x"))), keyword);
    }
    assertEquals(List.of("GM5003"), codes(object("type", text("text"))));
  }

  @Test
  void reportsUnknownKeywordsButNotExtensions() {
    assertEquals(List.of("GM5004"), codes(object("maxLenght", number("3"))));
    assertEquals(
        "did you mean \"maxLength\"?", diagnostics(object("maxLenght", number("3"))).get(0).hint());
    assertEquals(List.of(), codes(object("x-owner", text("shop"))));
  }

  @Test
  void reportsKeywordsThatAreDroppedOnImport() {
    assertEquals(List.of("GM5005"), codes(object("minItems", number("1"))));
    assertEquals(List.of("GM5005"), codes(object("required", bool("true"))));
    assertEquals(List.of("GM5005"), codes(object("required", bool("false"))));
  }

  @Test
  void reportsOneOfInSwagger2Only() {
    Node model = object("oneOf", new ArrayNode(RANGE, "", List.of(object("type", text("string")))));
    assertEquals(List.of("GM5005"), codes(model));
    assertEquals(List.of(), codes(model, Dialect.OPENAPI_3_0));
    assertEquals(List.of(), codes(model, Dialect.DRAFT_2020_12));
  }

  @Test
  void reportsPatternsThatAreNone() {
    for (String pattern : List.of("(", "[b-a]", "*a", "a{3,2}", "\\p{Nonsense}")) {
      assertEquals(List.of("GM5006"), codes(object("pattern", text(pattern))), pattern);
    }
  }

  @Test
  void reportsPatternsThatNeedBacktracking() {
    assertEquals(List.of("GM5009"), codes(object("pattern", text("(a+)\\1"))));
  }

  @Test
  void reportsMoreAndLongerNamesThanAClassCanHold() {
    Node many =
        new ArrayNode(
            RANGE, "", IntStream.range(0, 4001).<Node>mapToObj(i -> text("m" + i)).toList());
    assertEquals(List.of("GM5012"), codes(object("required", many)));
    Node name = new ArrayNode(RANGE, "", List.of(text("x".repeat(4097))));
    assertEquals(List.of("GM5012"), codes(object("required", name)));
  }

  @Test
  void reportsContradictions() {
    assertEquals(
        List.of("GM5007"), codes(object("minLength", number("3"), "maxLength", number("2"))));
    assertEquals(
        List.of("GM5007"),
        codes(
            object(
                "required",
                new ArrayNode(RANGE, "", List.of(text("a"))),
                "additionalProperties",
                new ScalarNode(RANGE, "", Kind.BOOLEAN, "false"))));
  }

  @Test
  void reportsValuesThatTheTypeExcludes() {
    assertEquals(List.of("GM5007"), codes(enumeration("string", number("1"), text("1"))));
    assertEquals(List.of("GM5007"), codes(enumeration("integer", text("1"))));
    assertEquals(List.of(), codes(enumeration("number", number("1"))));
    assertEquals(
        List.of(),
        codes(enumeration("string", text("a"), new ScalarNode(RANGE, "", Kind.NULL, "null"))));
  }

  @Test
  void reportsLimitsThatLeaveNothing() {
    assertEquals(
        List.of("GM5007"),
        codes(
            object(
                "minimum", number("3"),
                "maximum", number("3"),
                "exclusiveMaximum", new ScalarNode(RANGE, "", Kind.BOOLEAN, "true"))));
    assertEquals(List.of(), codes(object("minimum", number("3"), "maximum", number("3"))));
  }

  @Test
  void reportsEndlessReferencesButNotRecursion() {
    Node self = object("$ref", text("#/definitions/Model"));
    assertEquals(
        List.of("GM5008"),
        codes(object("allOf", new ArrayNode(RANGE, "", List.of(self)))).stream()
            .distinct()
            .toList());
    assertEquals(List.of(), codes(object("items", self)));
  }

  @Test
  void reportsUnknownFormats() {
    assertEquals(List.of("GM5010"), codes(object("format", text("phone"))));
  }

  private static Node enumeration(String type, Node... values) {
    return object("type", text(type), "enum", new ArrayNode(RANGE, "", List.of(values)));
  }

  private static List<String> codes(Node model) {
    return codes(model, Dialect.DRAFT_4);
  }

  private static List<String> codes(Node model, Dialect dialect) {
    return diagnostics(model, dialect).stream()
        .map(diagnostic -> diagnostic.code().name())
        .toList();
  }

  private static List<Diagnostic> diagnostics(Node model) {
    return diagnostics(model, Dialect.DRAFT_4);
  }

  private static List<Diagnostic> diagnostics(Node model, Dialect dialect) {
    Node document = object("definitions", object("Model", model));
    Diagnostics diagnostics = new Diagnostics();
    SchemaSet set = SchemaSet.imported(Map.of("Model", model), document, "api.yaml", dialect);
    SchemaCompiler.compile(set, "com.example", diagnostics);
    return diagnostics.all();
  }

  private static Node text(String text) {
    return new ScalarNode(RANGE, "", Kind.STRING, text);
  }

  private static Node number(String text) {
    return new ScalarNode(RANGE, "", Kind.INTEGER, text);
  }

  private static Node bool(String text) {
    return new ScalarNode(RANGE, "", Kind.BOOLEAN, text);
  }

  private static Node object(Object... members) {
    return new ObjectNode(
        RANGE,
        "",
        Stream.iterate(0, i -> i < members.length, i -> i + 2)
            .map(
                i ->
                    new ObjectNode.Member(
                        new ScalarNode(RANGE, "", Kind.STRING, (String) members[i]),
                        (Node) members[i + 1]))
            .toList());
  }
}
