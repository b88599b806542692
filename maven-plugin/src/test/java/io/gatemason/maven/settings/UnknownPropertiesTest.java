package io.gatemason.maven.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class UnknownPropertiesTest {
  private static final List<String> KNOWN = List.of("gatemason.source", "gatemason.stage");

  @Test
  void namesWhatNoGoalReads() {
    assertEquals(
        List.of(
            "-Dgatemason.function.a is not read by any goal: did you mean -Dgatemason.functions.a?",
            "-Dgatemason.moon is not read by any goal; the goal help lists what is",
            "-Dgatemason.sorce is not read by any goal: did you mean -Dgatemason.source?"),
        UnknownProperties.of(
            List.of(
                "gatemason.sorce",
                "gatemason.stage",
                "gatemason.parameters.Stage",
                "gatemason.suppressed.GM2004",
                "gatemason.functions.orders",
                "gatemason.function.a",
                "gatemason.moon",
                "server.port"),
            KNOWN));
  }
}
