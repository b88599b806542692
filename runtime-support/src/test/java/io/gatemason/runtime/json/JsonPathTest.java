package io.gatemason.runtime.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPathTest {
  private static final JsonNode ROOT =
      Json.read(
          "{\"a\":{\"b\":[10,{\"c d\":\"x\"},2.50]},\"n\":null,\"t\":true,"
              + "\"books\":[{\"p\":5,\"n\":\"one\"},{\"p\":15,\"n\":\"two\"}]}");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.b[0] | 10",
        "$.a.b[1]['c d'] | x",
        "a.b[-1] | 2.50",
        "$.t | true",
        "a.b | [10,{\"c d\":\"x\"},2.50]",
        "$['a']['b'][0] | 10",
        "[\"t\"] | true",
        "books[?(@.p > 10)].n | [\"two\"]",
        "$..n | [null,\"one\",\"two\"]",
        "books[*].p | [5,15]",
        "books.length() | 2"
      })
  void selects(String path, String expected) {
    assertEquals(List.of(expected), JsonPath.compile(path).values(ROOT));
  }

  @ParameterizedTest
  @CsvSource({"missing", "a.x.y", "a.b[9]", "n", "t.x", "a.b.c", "books[9].n"})
  void givesNothingForWhatIsMissingOrNull(String path) {
    assertEquals(List.of(), JsonPath.compile(path).values(ROOT));
  }

  /** A path of the library would find nothing after it has met an array. */
  @ParameterizedTest
  @ValueSource(strings = {"$..*.p", "$..[*].p", "$..p", "$.*.p"})
  void selectsTheSameWhenUsedAgain(String path) {
    JsonNode object = Json.read("{\"a\":{\"p\":1}}");
    JsonPath compiled = JsonPath.compile(path);
    assertEquals(List.of("[1]"), compiled.values(object));
    compiled.values(ROOT);
    assertEquals(List.of("[1]"), compiled.values(object));
  }

  @Test
  void givesTheRoot() {
    assertEquals(List.of("[1]"), JsonPath.compile("$").values(Json.read("[1]")));
  }

  @Test
  void refusesMalformedPaths() {
    assertThrows(IllegalArgumentException.class, () -> JsonPath.compile("$.a[?(@.b"));
  }
}
