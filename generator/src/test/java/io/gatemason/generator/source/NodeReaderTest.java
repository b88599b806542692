package io.gatemason.generator.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.generator.source.SyntaxProblem.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeReaderTest {
  private final List<SyntaxProblem> problems = new ArrayList<>();

  @Test
  void keepsLocalTagsAndThePlaceOfTheValueBehindThem() {
    ObjectNode root = yaml("a: 1\nuri: !Sub &u\n  # why\n  \"x${y}\"\n");
    ScalarNode uri = scalar(root, "uri");
    assertEquals("!Sub", uri.tag());
    assertEquals("x${y}", uri.text());
    assertEquals("api.yaml:4:3", uri.range().toString());
    assertEquals(10, uri.range().end().column());
    assertEquals(4, uri.position(0).line());
    assertEquals(4, uri.position(0).column());
  }

  @Test
  void readsTheKindsOfTheCoreSchemaAndLeavesTheWordsOfYaml11AsText() {
    ObjectNode root =
        yaml("a: 012\nb: 1.5\nc: True\nd: ~\ne: yes\nf: 12:30\ng: '1'\nh:\ni: !!str 7\nj: 0o7\n");
    assertEquals("integer", root.get("a").orElseThrow().kind());
    assertEquals("012", scalar(root, "a").text());
    assertEquals("number", root.get("b").orElseThrow().kind());
    assertEquals("boolean", root.get("c").orElseThrow().kind());
    assertTrue(root.get("d").orElseThrow().isNull());
    assertEquals("string", root.get("e").orElseThrow().kind());
    assertEquals("string", root.get("f").orElseThrow().kind());
    assertEquals("string", root.get("g").orElseThrow().kind());
    assertTrue(root.get("h").orElseThrow().isNull());
    assertEquals("string", root.get("i").orElseThrow().kind());
    assertEquals("integer", root.get("j").orElseThrow().kind());
  }

  @Test
  void placesOfJsonAreExact() {
    ObjectNode root = read("api.json", "{\"a\" :\n  [ 1, -2.5e3 ,\"x\\\"y\"],\n \"b\":{ }}");
    ArrayNode a = root.get("a").orElseThrow().asArray().orElseThrow();
    assertEquals("[ 1, -2.5e3 ,\"x\\\"y\"]", text(a));
    assertEquals(List.of("1", "-2.5e3", "\"x\\\"y\""), a.items().stream().map(this::text).toList());
    assertEquals("{ }", text(root.get("b").orElseThrow()));
    assertEquals("\"b\"", text(root.member("b").orElseThrow().key()));
  }

  @Test
  void placesOfYamlEndWithTheLastValue() {
    ObjectNode root = yaml("a:\n  b: [1, 2]\n  c: x # note\n\nd:\n- e\n- f: g\n\n# end\n");
    assertEquals("b: [1, 2]\n  c: x", text(root.get("a").orElseThrow()));
    assertEquals("- e\n- f: g", text(root.get("d").orElseThrow()));
  }

  @Test
  void columnsCountUtf16UnitsBehindSupplementaryCharacters() {
    ObjectNode root = yaml("a: \"\uD83D\uDE00\"\nb: {x: \"\uD83D\uDE00\", y: z}\n");
    Node y = root.get("b").orElseThrow().asObject().orElseThrow().get("y").orElseThrow();
    assertEquals("z", text(y));
  }

  @Test
  void resolvesAliasesAndMergeKeys() {
    ObjectNode root = yaml("base: &b {x: 1, y: 2}\nall:\n  <<: *b\n  y: 3\nsame: *b\n");
    ObjectNode all = root.get("all").orElseThrow().asObject().orElseThrow();
    assertEquals("1", scalar(all, "x").text());
    assertEquals("3", scalar(all, "y").text());
    assertTrue(root.get("same").orElseThrow().asObject().orElseThrow().has("x"));
  }

  @Test
  void reportsBothPlacesOfEqualKeysAndKeepsTheLast() {
    ObjectNode root = yaml("a: 1\nb: 2\na: 3\n");
    assertEquals("3", scalar(root, "a").text());
    SyntaxProblem problem = problems.get(0);
    assertEquals(Kind.DUPLICATE_KEY, problem.kind());
    assertEquals("api.yaml:3:1", problem.range().toString());
    assertEquals("api.yaml:1:1", problem.first().orElseThrow().toString());
  }

  @Test
  void readsSloppyJsonAsYamlAndSaysSo() {
    ObjectNode root = read("api.json", "{\"a\": 1,\n \"b\": 2,\n}");
    assertTrue(root.has("b"));
    assertEquals(Kind.NOT_STRICT_JSON, problems.get(0).kind());
    assertEquals(3, problems.get(0).range().start().line());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          'a: [1'                        | MALFORMED       | 1 | 6
          'a:\\n\\tb: 1'                 | TAB             | 2 | 1
          'a: x\\7'                  | CHARACTER       | 1 | 5
          'a: x\\205'                    | CHARACTER       | 1 | 5
          'a: 1\\n---\\nb: 2'            | SECOND_DOCUMENT | 2 | 1
          '# nothing'                    | EMPTY           | 1 | 1
          '[a]: 1'                       | COMPOUND_KEY    | 1 | 1
          'a: *b'                        | UNKNOWN_ALIAS   | 1 | 4
          'a: &b [*b]'                   | UNKNOWN_ALIAS   | 1 | 8
          'a: !!java.lang.Thread x'      | FOREIGN_TAG     | 1 | 4
          """)
  void refusesWithAPlace(String text, Kind kind, int line, int column) {
    assertEquals(Optional.empty(), attempt("api.yaml", text.translateEscapes(), new NodeReader()));
    SyntaxProblem problem = problems.get(0);
    assertEquals(kind, problem.kind(), problem.message());
    assertEquals(line + ":" + column, place(problem));
    assertFalse(problem.message().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"api.yaml", "api.json"})
  void stopsAtLimits(String name) {
    NodeReader reader = new NodeReader(new ReadLimits(1000, 10, 50, 20));
    assertEquals(Optional.empty(), attempt(name, "[".repeat(900), reader));
    assertEquals(Optional.empty(), attempt(name, "[" + "1,".repeat(100) + "1]", reader));
    assertEquals(Optional.empty(), attempt(name, "{\"" + "k".repeat(21) + "\": 1}", reader));
    assertEquals(Optional.empty(), attempt(name, " ".repeat(1001), reader));
    assertEquals(
        List.of(Kind.TOO_DEEP, Kind.TOO_MANY_VALUES, Kind.LONG_KEY, Kind.TOO_LARGE),
        problems.stream().map(SyntaxProblem::kind).toList());
  }

  @Test
  void countsAliasesByWhatTheyStandFor() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      String alias = "*a" + (i - 1);
      bomb.append("a%d: &a%d [".formatted(i, i)).append((alias + ", ").repeat(9)).append(alias);
      bomb.append("]\n");
    }
    assertEquals(Optional.empty(), attempt("api.yaml", bomb.toString(), new NodeReader()));
    assertEquals(Kind.TOO_MANY_VALUES, problems.get(0).kind());
  }

  @Test
  void countsTheDepthBehindAliases() {
    StringBuilder deep = new StringBuilder("a0: &a0 [x]\n");
    for (int i = 1; i < 300; i++) {
      deep.append("a%d: &a%d [*a%d]\n".formatted(i, i, i - 1));
    }
    assertEquals(Optional.empty(), attempt("api.yaml", deep.toString(), new NodeReader()));
    assertEquals(Kind.TOO_DEEP, problems.get(0).kind());
  }

  @Test
  void placesOfAnEditedTextAreThoseOfTheFile() {
    SourceFile file = new SourceFile("api.yaml", "a: {{ x }}\nb: ${y} tail\nc: d\n");
    TextView view =
        TextView.of(
            file, List.of(new TextView.Edit(3, 10, "'long text'"), new TextView.Edit(14, 18, "v")));
    ObjectNode root =
        new NodeReader().read(view, problems::add).orElseThrow().asObject().orElseThrow();
    assertEquals("long text", scalar(root, "a").text());
    assertEquals("{{ x }}", text(root.get("a").orElseThrow()));
    assertEquals("v tail", scalar(root, "b").text());
    assertEquals("${y} tail", text(root.get("b").orElseThrow()));
    assertEquals("api.yaml:3:4", root.get("c").orElseThrow().range().toString());
  }

  private Optional<Node> attempt(String name, String text, NodeReader reader) {
    return reader.read(new SourceFile(name, text), problems::add);
  }

  private ObjectNode yaml(String text) {
    return read("api.yaml", text);
  }

  private ObjectNode read(String name, String text) {
    return attempt(name, text, new NodeReader()).orElseThrow().asObject().orElseThrow();
  }

  private static ScalarNode scalar(ObjectNode object, String name) {
    return object.get(name).orElseThrow().asScalar().orElseThrow();
  }

  private String text(Node node) {
    Range range = node.range();
    return range.file().text().substring(range.start().offset(), range.end().offset());
  }

  private static String place(SyntaxProblem problem) {
    return problem.range().start().line() + ":" + problem.range().start().column();
  }
}
