package io.gatemason.runtime.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.gatemason.generator.jsonschema.Dialect;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Generated models against the JSON-Schema-Test-Suite. */
@Timeout(300)
class SchemaSuiteTest {

  @BeforeEach
  void needsSuite() {
    assumeTrue(SchemaSuite.isThere(), "no suites/json-schema below gatemason.shared");
  }

  @Test
  void passesAllMandatoryTestsOfDraft4() {
    assertOutcome(new SchemaSuite(Dialect.DRAFT_4, true).run(""), Map.of(), 500);
  }

  @Test
  void passesAllMandatoryTestsOfDraft202012() {
    assertOutcome(new SchemaSuite(Dialect.DRAFT_2020_12, false).run(""), Map.of(), 1000);
  }

  @Test
  void passesOptionalTestsOfDraft4ExceptWhereTheServiceDiffers() {
    assertOutcome(
        new SchemaSuite(Dialect.DRAFT_4, true).run("optional"), SuiteSkips.DRAFT_4_OPTIONAL, 50);
  }

  @Test
  void passesFormatTestsOfDraft4ExceptWhereTheServiceDiffers() {
    assertOutcome(
        new SchemaSuite(Dialect.DRAFT_4, true).run("optional/format"),
        SuiteSkips.DRAFT_4_FORMATS,
        100);
  }

  @Test
  void passesOptionalTestsOfDraft202012ExceptWhatIsOutOfScope() {
    assertOutcome(
        new SchemaSuite(Dialect.DRAFT_2020_12, false).run("optional"),
        SuiteSkips.DRAFT_2020_12_OPTIONAL,
        100);
  }

  /** The skip list is exact: a skipped test that passes, or is gone, fails here. */
  private static void assertOutcome(
      SchemaSuite.Outcome outcome, Map<String, String> skips, int least) {
    assertTrue(outcome.tests() >= least, "only " + outcome.tests() + " tests");
    Map<String, String> unexpected = new TreeMap<>(outcome.failures());
    unexpected.keySet().removeAll(skips.keySet());
    assertEquals("", String.join("\n", lines(unexpected)), "failures");
    Map<String, String> stale = new TreeMap<>(skips);
    stale.keySet().removeAll(outcome.failures().keySet());
    assertEquals(Map.of(), stale, "skipped, but they pass or are gone");
  }

  private static Iterable<String> lines(Map<String, String> failures) {
    return failures.entrySet().stream().map(e -> e.getKey() + " => " + e.getValue()).toList();
  }
}
