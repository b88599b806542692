package io.gatemason.runtime.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":1.10}",
        "[12345678901234567890123456789,0.1234567890123456789012345]",
        "{\"b\":1,\"a\":[true,null,\"x\\\"y\"]}"
      })
  void keepsEveryValueExactly(String text) {
    assertEquals(text, Json.write(Json.read(text)));
    assertEquals(text, Json.write(Json.read(text.getBytes(StandardCharsets.UTF_8))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{\"a\":1,\"a\":2}", "{} {}", "{'a':1}", "[1,]", "{", "nul"})
  void refusesWhatIsNotOneValue(String text) {
    assertThrows(JsonFormatException.class, () -> Json.read(text));
  }

  @Test
  void refusesDeepNesting() {
    String deep = "[".repeat(Json.MAX_DEPTH + 1) + "]".repeat(Json.MAX_DEPTH + 1);
    assertThrows(JsonFormatException.class, () -> Json.read(deep));
    String allowed = "[".repeat(Json.MAX_DEPTH) + "]".repeat(Json.MAX_DEPTH);
    assertEquals(allowed, Json.write(Json.read(allowed)));
  }

  @Test
  void quotesText() {
    assertEquals("\"a\\\"b\\n\\u0001é\"", Json.quote("a\"b\n\u0001é"));
  }
}
