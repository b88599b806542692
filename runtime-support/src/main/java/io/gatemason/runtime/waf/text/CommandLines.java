package io.gatemason.runtime.waf.text;

/** Command lines without what shells ignore and attackers hide commands behind. */
final class CommandLines {
  private CommandLines() {}

  /** Carets are ignored, and commas and semicolons are blanks. */
  static byte[] ofWindows(byte[] text) {
    return of(text, "\\\"'^", " ,;\t\r\n");
  }

  /** Carets and commas are text. */
  static byte[] ofUnix(byte[] text) {
    return of(text, "\\\"'", " ;\t\r\n");
  }

  /** Runs of blanks become one space, none before a slash or a parenthesis; letters lower case. */
  private static byte[] of(byte[] text, String ignored, String blanks) {
    Output output = new Output(text.length);
    boolean blank = false;
    for (byte each : text) {
      if (ignored.indexOf(each) >= 0) {
        continue;
      }
      if (blanks.indexOf(each) >= 0) {
        if (!blank) {
          output.add(' ');
        }
        blank = true;
        continue;
      }
      if (blank && (each == '/' || each == '(')) {
        output.cut(output.length() - 1);
      }
      output.add(Letters.lower(each));
      blank = false;
    }
    return output.bytes();
  }
}
