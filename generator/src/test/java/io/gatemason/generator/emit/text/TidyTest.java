package io.gatemason.generator.emit.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TidyTest {
  private static final String NAMES = "LINES_ITEM_DISCOUNTS_ITEM_MEMBERS";

  @Test
  void breaksLongLoopsBetweenTheirParts() {
    assertEquals(
        """
            for (boolean more = in.firstMember(LINES_ITEM_DISCOUNTS_ITEM_MEMBERS);
                more;
                more = in.nextMember(LINES_ITEM_DISCOUNTS_ITEM_MEMBERS)) {
              if (!member(in)) {
                return false;
              }
            }
        """,
        Tidy.file(loop(NAMES)));
  }

  @Test
  void leavesLoopsThatFit() {
    assertEquals(loop("MEMBERS"), Tidy.file(loop("MEMBERS")));
  }

  private static String loop(String names) {
    return """
            for (boolean more = in.firstMember(%1$s); more; more = in.nextMember(%1$s)) {
              if (!member(in)) {
                return false;
              }
            }
        """
        .formatted(names);
  }
}
