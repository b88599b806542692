package io.gatemason.runtime.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TargetTextTest {

  @ParameterizedTest
  @CsvSource({
    "plain-._~, plain-._~",
    "a b, a%20b",
    "100%, 100%25",
    "a+b, a%2Bb",
    "a&b=c;d, a%26b%3Dc%3Bd",
    "ü, %C3%BC",
    "😀, %F0%9F%98%80",
    "'{x|y}', %7Bx%7Cy%7D"
  })
  void encodesQueryComponents(String text, String expected) {
    StringBuilder target = new StringBuilder();
    TargetText.appendComponent(target, text);
    assertEquals(expected, target.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "/a%2Fb/../c//d, /a%2Fb/../c//d",
    "'/{id}?x={y}', '/{id}?x={y}'",
    "/a b, /a%20b",
    "/a#b, /a%23b",
    "/ü%, /%C3%BC%"
  })
  void leavesPathsAlone(String text, String expected) {
    StringBuilder target = new StringBuilder();
    TargetText.appendRaw(target, text);
    assertEquals(expected, target.toString());
  }

  @Test
  void cannotEndTheRequestLine() {
    StringBuilder target = new StringBuilder();
    TargetText.appendRaw(target, "/a HTTP/1.1\r\nX-Evil: 1\u0000");
    assertEquals("/a%20HTTP/1.1%0D%0AX-Evil:%201%00", target.toString());
  }
}
