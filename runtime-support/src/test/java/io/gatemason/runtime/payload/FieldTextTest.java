package io.gatemason.runtime.payload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FieldTextTest {

  @Test
  void namesAreTokens() {
    assertTrue(FieldText.isName("Content-Type"));
    assertTrue(FieldText.isName("!#$%&'*+-.^_`|~09azAZ"));
    for (String none : new String[] {"", "a b", "a\tb", "a:b", "a\r", "\u00e4", "a\u007f", "a/b"}) {
      assertFalse(FieldText.isName(none), none);
    }
  }

  @Test
  void valuesHaveNoControlCharacters() {
    assertTrue(FieldText.isValue(""));
    assertTrue(FieldText.isValue("a \t b \u00e4"));
    for (String none : new String[] {"a\r", "a\nb", "\u0000", "a\u007f"}) {
      assertFalse(FieldText.isValue(none), none);
    }
  }

  @Test
  void readsUtf8WhereItIsThat() {
    assertEquals("\u00e4", FieldText.read(FieldText.field("\u00e4")));
    assertEquals("\u00e4", FieldText.read("\u00e4"));
  }
}
