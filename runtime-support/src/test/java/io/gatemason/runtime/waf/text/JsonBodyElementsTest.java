package io.gatemason.runtime.waf.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.waf.text.JsonBodyElements.Found;
import io.gatemason.runtime.waf.text.JsonBodyElements.Scope;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyElementsTest {
  private static final String NESTED = "{\"a\":{\"c\":\"d\",\"b\":{\"e\":{\"f\":\"g\"}}}}";

  @Test
  void findsKeysAndLeaves() {
    assertWhole("a c d b e f g", NESTED, null, Scope.ALL);
    assertWhole("a c b e f", NESTED, null, Scope.KEY);
    assertWhole("d g", NESTED, null, Scope.VALUE);
    assertWhole(
        "n -1.5e+3 t true f false z null l 1 2 x o",
        " {\"n\" : -1.5e+3, \"t\":true,\n\"f\":false,\"z\":null,\"l\":[1,[2,\"x\"],[]],\"o\":{}} ",
        null,
        Scope.ALL);
    assertWhole("", "{}", null, Scope.ALL);
    assertWhole("", "[ ]", null, Scope.ALL);
    assertWhole("", "", null, Scope.ALL);
  }

  @Test
  void findsWhatIsBelowPointers() {
    assertWhole("e f g", NESTED, List.of("/a/b"), Scope.ALL);
    assertWhole("e f", NESTED, List.of("/a/b"), Scope.KEY);
    assertWhole("g", NESTED, List.of("/a/b"), Scope.VALUE);
    assertWhole("d g", NESTED, List.of("/a/c", "/a/b/e", "/a/b/e/f"), Scope.VALUE);
    assertWhole("", NESTED, List.of("/a/b/e/f"), Scope.KEY);
    assertWhole("", NESTED, List.of("/b", "/a/b/e/f/g", "/"), Scope.ALL);
    assertWhole("d g", NESTED, List.of(""), Scope.VALUE);
  }

  @Test
  void pointersHaveIndexesAndEscapes() {
    String dogs = "{\"dogs\":[{\"name\":\"Rex\"},{\"name\":\"Bo\"}]}";
    assertWhole("Rex", dogs, List.of("/dogs/0/name"), Scope.ALL);
    assertWhole("name Bo", dogs, List.of("/dogs/1"), Scope.ALL);
    assertWhole("", dogs, List.of("/dogs/01", "/dogs/-", "/dogs/2"), Scope.ALL);
    String odd = "{\"a/b\":1,\"m~n\":2,\"~1\":3,\"\":4,\"0\":5}";
    assertWhole("1 2", odd, List.of("/a~1b", "/m~0n"), Scope.ALL);
    assertWhole("3 4 5", odd, List.of("/~01", "/", "/0"), Scope.ALL);
    assertWhole("x", "[[\"w\"],[\"x\"]]", List.of("/1/0"), Scope.ALL);
  }

  @Test
  void readsPairsWithoutCommasAndWithAnyNumberOfColons() {
    String pairs = "key1 value1 key2 value2";
    assertWhole(pairs, "{\"key1\":\"value1\"\"key2\":\"value2\"}", null, Scope.ALL);
    assertWhole(pairs, "{\"key1\":\"value1\",\"key2\"\"value2\"}", null, Scope.ALL);
    assertWhole(pairs, "{\"key1\"::\"value1\",\"key2\"\"value2\"}", null, Scope.ALL);
    assertWhole(pairs, "{\"key1\" : : :\"value1\" \"key2\" \"value2\"}", null, Scope.ALL);
    assertWhole("a b c 1", "{\"a\"{\"b\":[]}\"c\" 1}", null, Scope.ALL);
    assertWhole("1 2 x y", "[1 2\"x\"\"y\"]", null, Scope.ALL);
  }

  @Test
  void stringsAreWhatTheySay() {
    assertWhole(
        "<s> \"\\/\b\f\n\r\té€😀\u0000",
        "[\"\\u003Cs> \\\"\\\\\\/\\b\\f\\n\\r\\té€\\ud83d\\uDE00\\u0000\"]",
        null,
        Scope.ALL);
    assertWhole("\ufffdx\ufffd", "[\"\\ud83dx\\ude00\"]", null, Scope.ALL);
    assertWhole("\ufffdA", "[\"\\ud83d\\u0041\"]", null, Scope.ALL);
    assertWhole("a b", "\ufeff{\"a\":\"b\"}", null, Scope.ALL);
    byte[] latin = "[\"\u00e9\"]".getBytes(StandardCharsets.ISO_8859_1);
    assertEquals(1, JsonBodyElements.of(latin, null, Scope.ALL).elements().get(0).length);
  }

  @Test
  void keepsWhatWasReadBeforeItStopped() {
    assertStopped("a 1", "{\"a\":1,\"a\":2}");
    assertStopped("a 1", "{\"a\":1,\"\\u0061\":2}");
    assertStopped("a 1 b", "{\"a\":1,\"b\":");
    assertStopped("a 1 b", "{\"a\":1,\"b\":\"trunc");
    assertStopped("a 1 b", "{\"a\":1,\"b\":tru}");
    assertStopped("a 1", "{\"a\":1,}");
    assertStopped("a 1", "{\"a\":1,,\"b\":2}");
    assertStopped("a 1", "{\"a\":1} x");
    assertStopped("a 1", "{\"a\":1}{\"b\":2}");
    assertStopped("a", "{\"a\":01}");
    assertStopped("a", "{\"a\":\"x\ny\"}");
    assertStopped("a", "{\"a\":\"\\q\"}");
    assertStopped("a", "{\"a\":\"\\u00g0\"}");
    assertStopped("1", "[1}");
    assertStopped("", "{1:2}");
    assertStopped("", "{'a':2}");
    assertStopped("", "{\"a");
    assertStopped("", "{\"a\\");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"text\"", "12", "true", "null", "name=value", "<a/>", " ", "\ufeff", "]"})
  void rootsAreObjectsOrArrays(String body) {
    assertStopped("", body);
  }

  @Test
  void depthIsNotBounded() {
    int depth = 30_000;
    String body = "[".repeat(depth) + "\"deep\"" + "]".repeat(depth);
    assertWhole("deep", body, null, Scope.ALL);
    assertWhole("deep", body, List.of("/0/0/0"), Scope.VALUE);
    assertStopped("deep", body.substring(0, body.length() - 1));
    String objects = "{\"k\":".repeat(depth) + "\"deep\"" + "}".repeat(depth);
    assertTrue(JsonBodyElements.of(utf8(objects), null, Scope.VALUE).whole());
  }

  @Test
  void anyBytesAreRead() {
    String alphabet = "{{}}[]::,,\"\"\"\\ntrue01-e.u00d8 ab\u00c3";
    Random random = new Random(71);
    for (int run = 0; run < 100_000; run++) {
      byte[] body = new byte[random.nextInt(30)];
      for (int i = 0; i < body.length; i++) {
        body[i] = (byte) alphabet.charAt(random.nextInt(alphabet.length()));
      }
      if (body.length > 0 && run % 2 == 0) {
        body[0] = '{';
      }
      byte[] before = body.clone();
      Found found = JsonBodyElements.of(body, List.of("/a", "/b/0"), Scope.ALL);
      int all = JsonBodyElements.of(body, null, Scope.ALL).elements().size();
      assertTrue(found.elements().size() <= all && all <= body.length);
      assertTrue(Arrays.equals(before, body));
    }
  }

  private static void assertWhole(
      String expected, String body, @Nullable List<String> pointers, Scope scope) {
    Found found = JsonBodyElements.of(utf8(body), pointers, scope);
    assertEquals(expected, joined(found));
    assertTrue(found.whole());
  }

  private static void assertStopped(String expected, String body) {
    Found found = JsonBodyElements.of(utf8(body), null, Scope.ALL);
    assertEquals(expected, joined(found));
    assertFalse(found.whole());
  }

  private static String joined(Found found) {
    return found.elements().stream()
        .map(element -> new String(element, StandardCharsets.UTF_8))
        .collect(Collectors.joining(" "));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
