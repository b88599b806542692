package io.gatemason.generator.jsonschema.regex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.generator.jsonschema.regex.EcmaPattern.Engine;
import io.gatemason.generator.jsonschema.regex.EcmaPattern.UnmappableException;
import java.util.List;
import org.junit.jupiter.api.Test;

class EcmaPatternTest {

  @Test
  void loopsOverPatternsThatAreRunsOfCharacters() throws UnmappableException {
    assertEquals(Engine.RUNS, engine("^[A-Z]{3}-[0-9]{4,8}$"));
    assertEquals(Engine.RUNS, engine("^\\+?[1-9]\\d{1,14}$"));
  }

  @Test
  void searchesDirectlyWhatCannotBacktrack() throws UnmappableException {
    assertEquals(Engine.DIRECT, engine("^\\d+(\\.\\d{1,2})?$"));
    assertEquals(Engine.DIRECT, engine("^(foo|bar)$"));
    assertEquals(Engine.DIRECT, engine("foo"));
  }

  @Test
  void usesAnAutomatonForWhatCouldBacktrack() throws UnmappableException {
    assertEquals(Engine.LINEAR, engine("^(a+)+$"));
    assertEquals(Engine.LINEAR, engine("a*a*b"));
    assertEquals(Engine.LINEAR, engine("a+b"));
    assertEquals(Engine.LINEAR, engine("^a*a*$"));
    assertEquals(Engine.LINEAR, engine("^(a|a)*$"));
  }

  @Test
  void usesAnAutomatonForEachLookAheadAtTheBeginning() throws UnmappableException {
    EcmaPattern password = EcmaPattern.of("^(?=.*[A-Z])(?!.*\\s)(?=.*a|b).{8,}$");
    assertEquals(Engine.LINEAR, password.engine());
    assertEquals(
        List.of(false, true, false),
        password.ahead().stream().map(EcmaPattern.Ahead::negative).toList());
    assertEquals(Engine.LINEAR, engine("^(?=.*a)(?=.*b)([a-z]+)*\\d$"));
    assertEquals(Engine.LINEAR, engine("^(?!admin$)"));
  }

  @Test
  void limitsTheSearchOfOtherLookAroundAndOfBackReferences() throws UnmappableException {
    assertEquals(Engine.BOUNDED, engine("(a+)\\1"));
    assertEquals(Engine.BOUNDED, engine("^(?=(a+))\\1$"));
    assertEquals(Engine.BOUNDED, engine("(?=.*[A-Z]).{8,}$"));
    assertEquals(Engine.BOUNDED, engine("^(?=.*a)b|c"));
    assertEquals(Engine.BOUNDED, engine("^a+(?=b).*$"));
    assertEquals(Engine.BOUNDED, engine("^(?=(?!a)b)b+b+$"));
    assertEquals(Engine.BOUNDED, engine("^(?=.*a)*b+b+$"));
    assertEquals(Engine.BOUNDED, engine("(?<=a)b+c"));
  }

  @Test
  void keepsTheMeaningThatEcmaGivesToAnchorsAndClasses() throws UnmappableException {
    assertFalse(EcmaPattern.of("^a$").find("a\n"));
    assertFalse(EcmaPattern.of("^\\d$").find("\u0663"));
    assertTrue(EcmaPattern.of("^\\s$").find("\u00A0"));
    assertFalse(EcmaPattern.of("^\\S$").find("\uFEFF"));
    assertTrue(EcmaPattern.of("^.$").find("\u0085"));
    assertTrue(EcmaPattern.of("^.$").find("\uD83D\uDE00"));
    assertTrue(EcmaPattern.of("^[a&&b]+$").find("a&b"));
    assertTrue(EcmaPattern.of("^a{,3}$").find("a{,3}"));
    assertTrue(EcmaPattern.of("^\\cA$").find("\u0001"));
    assertFalse(EcmaPattern.of("[]").find("a"));
  }

  private static Engine engine(String pattern) throws UnmappableException {
    return EcmaPattern.of(pattern).engine();
  }
}
