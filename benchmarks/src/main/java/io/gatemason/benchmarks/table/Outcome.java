package io.gatemason.benchmarks.table;

import java.util.Optional;

/**
 * One line of the result.
 *
 * @param what what was compared
 * @param ours our number, with its unit
 * @param peer the number it is held against, "–" where there is none
 * @param ratio what the goal speaks of, with its spread; "–" where nothing was measured
 * @param goal the goal, "–" where there is none
 * @param met whether the goal is met; empty where there is none or nothing was measured
 */
public record Outcome(
    String what, String ours, String peer, String ratio, String goal, Optional<Boolean> met) {
  private static final String NONE = "–";

  /** Two sides and the ratio between them. */
  public static Outcome compared(
      String what, String ours, String peer, double ratio, String spread, Goal goal) {
    return new Outcome(
        what,
        ours,
        peer,
        Numbers.text(ratio) + "×" + (spread.isEmpty() ? "" : " (" + spread + ")"),
        goal.toString(),
        Optional.of(goal.isMetBy(ratio)));
  }

  /** Two sides and the ratio between them, without a goal. */
  public static Outcome observed(String what, String ours, String peer, double ratio) {
    return new Outcome(what, ours, peer, Numbers.text(ratio) + "×", NONE, Optional.empty());
  }

  /** A number that has a goal of its own, without a peer. */
  public static Outcome absolute(String what, double value, String spread, Goal goal) {
    String number = Numbers.text(value) + goal.unit();
    return new Outcome(
        what,
        number + (spread.isEmpty() ? "" : " (" + spread + ")"),
        NONE,
        NONE,
        goal.toString(),
        Optional.of(goal.isMetBy(value)));
  }

  /** The same as a mere observation. */
  public Outcome withoutGoal() {
    return new Outcome(what, ours, peer, ratio, NONE, Optional.empty());
  }

  /** Something that could not be measured here. */
  public static Outcome skipped(String what, String reason) {
    return new Outcome(what, "skipped: " + reason, NONE, NONE, NONE, Optional.empty());
  }
}
