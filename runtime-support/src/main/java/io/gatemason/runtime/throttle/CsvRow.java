package io.gatemason.runtime.throttle;

import java.util.ArrayList;
import java.util.List;

/** A line of comma-separated values. */
final class CsvRow {
  private final String text;
  private final List<String> cells = new ArrayList<>();
  private final StringBuilder cell = new StringBuilder();

  private CsvRow(String text) {
    this.text = text;
  }

  /**
   * The cells of a line, without blanks around them; commas within single or double quotes part
   * nothing, and two double quotes within double quotes are one.
   *
   * @throws IllegalArgumentException if a quote is not closed
   */
  static List<String> cells(String text) {
    if (text.indexOf('"') < 0 && text.indexOf('\'') < 0) {
      return unquoted(text);
    }
    CsvRow row = new CsvRow(text);
    for (int at = 0; at < text.length(); at++) {
      at = row.read(at);
    }
    row.end();
    return row.cells;
  }

  private static List<String> unquoted(String text) {
    List<String> cells = new ArrayList<>();
    int start = 0;
    for (int comma = text.indexOf(','); comma >= 0; comma = text.indexOf(',', start)) {
      cells.add(text.substring(start, comma).strip());
      start = comma + 1;
    }
    cells.add(text.substring(start).strip());
    return cells;
  }

  /** Reads what begins at {@code at}, and says where it ended. */
  private int read(int at) {
    char c = text.charAt(at);
    if (c == ',') {
      end();
    } else if ((c == '"' || c == '\'') && cell.toString().isBlank()) {
      return quoted(at, c);
    } else {
      cell.append(c);
    }
    return at;
  }

  private int quoted(int start, char quote) {
    cell.setLength(0);
    for (int at = start + 1; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c != quote) {
        cell.append(c);
      } else if (quote == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"') {
        cell.append(c);
        at++;
      } else {
        return at;
      }
    }
    throw new IllegalArgumentException("a quote is not closed");
  }

  private void end() {
    cells.add(cell.toString().strip());
    cell.setLength(0);
  }
}
