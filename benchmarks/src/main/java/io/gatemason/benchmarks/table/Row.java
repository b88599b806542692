package io.gatemason.benchmarks.table;

import java.util.List;

/** One measurement of a run. */
public interface Row {

  /** Its name in the option {@code benchmarks.rows}. */
  String id();

  /**
   * Measures. Takes seconds to minutes; whatever it starts has ended when it returns.
   *
   * @return one line or several
   * @throws Exception if something answers, compiles or ends otherwise than expected: a number that
   *     rests on errors is none
   */
  List<Outcome> measure(Run run) throws Exception;
}
