package io.gatemason.benchmarks.table;

import java.util.List;

/** The result as a Markdown table. */
public final class Table {
  private Table() {}

  /** The table with its head. */
  public static String of(List<Outcome> outcomes) {
    StringBuilder text =
        new StringBuilder(
            "| What | Ours | Peer | Ratio | Goal | Met? |\n|---|---|---|---|---|---|\n");
    for (Outcome outcome : outcomes) {
      String met = outcome.met().map(yes -> yes ? "yes" : "**no**").orElse("–");
      text.append("| ")
          .append(
              String.join(
                  " | ",
                  outcome.what(),
                  outcome.ours(),
                  outcome.peer(),
                  outcome.ratio(),
                  outcome.goal(),
                  met))
          .append(" |\n");
    }
    return text.toString();
  }
}
