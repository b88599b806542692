package io.gatemason.runtime.waf.text;

/** Comments of C and SQL, which stand between words without separating them for a filter. */
final class Comments {
  private Comments() {}

  /** Each comment becomes one space, also one without an end; an end without a start stays. */
  static byte[] replaced(byte[] text) {
    Output output = new Output(text.length);
    int i = 0;
    while (i < text.length) {
      if (Letters.startsWith(text, i, "/*")) {
        output.add(' ');
        i = end(text, i + 2);
      } else {
        output.add(text[i++]);
      }
    }
    return output.bytes();
  }

  /** Behind the end of a comment, or of the text. */
  static int end(byte[] text, int from) {
    for (int i = from; i < text.length; i++) {
      if (Letters.startsWith(text, i, "*/")) {
        return i + 2;
      }
    }
    return text.length;
  }

  /** What is in comments stays, only their marks do not. */
  static byte[] withoutMarks(byte[] text) {
    Output output = new Output(text.length);
    int i = 0;
    while (i < text.length) {
      if (Letters.startsWith(text, i, "/*")
          || Letters.startsWith(text, i, "*/")
          || Letters.startsWith(text, i, "--")) {
        i += 2;
      } else if (text[i] == '#') {
        i++;
      } else {
        output.add(text[i++]);
      }
    }
    return output.bytes();
  }
}
