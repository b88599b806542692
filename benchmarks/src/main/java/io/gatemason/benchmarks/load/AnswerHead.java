package io.gatemason.benchmarks.load;

/** Looks for fields in the head of an answer, without making texts of it. */
final class AnswerHead {
  private AnswerHead() {}

  /**
   * Where a text stands that begins with the end of a line, whatever its case there; -1 if nowhere.
   *
   * @param end of the head
   * @param text in lower case
   */
  static int find(byte[] head, int end, byte[] text) {
    for (int i = 0; i + text.length <= end; i++) {
      if (head[i] == '\n' && matches(head, i, text)) {
        return i;
      }
    }
    return -1;
  }

  /** The number that the rest of a line is. */
  static int number(byte[] head, int from) {
    int number = 0;
    for (int i = from; head[i] != '\r'; i++) {
      if (head[i] != ' ') {
        number = number * 10 + (head[i] - '0');
      }
    }
    return number;
  }

  private static boolean matches(byte[] head, int at, byte[] text) {
    for (int i = 0; i < text.length; i++) {
      int c = head[at + i];
      if ((c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c) != text[i]) {
        return false;
      }
    }
    return true;
  }
}
