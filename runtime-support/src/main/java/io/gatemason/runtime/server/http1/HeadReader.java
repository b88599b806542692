package io.gatemason.runtime.server.http1;

import io.gatemason.runtime.server.wire.ConnectionLimits;
import io.gatemason.runtime.server.wire.Octets;
import io.gatemason.runtime.server.wire.RefusalException;

/**
 * Reads the head of a request (RFC 9112 §2-§5) and remembers where it stopped, so that a head which
 * comes byte by byte costs no more than one that comes at once. Places count from the beginning of
 * the head, which moves while it is incomplete.
 */
public final class HeadReader {
  /** Room for the verb and the protocol around the target. */
  private static final int LINE_FRAME = 64;

  private static final int VERSION_LENGTH = "HTTP/1.1".length();

  /** Clients of old end a body with a line break too many (RFC 9112 §2.2). */
  private static final int MOST_BLANK_LINES = 2;

  private final ConnectionLimits limits;
  private RequestHead head = new RequestHead();
  private boolean lineRead;
  private int blankLines;

  /** Where the line begins that is not read yet, and up to where it has no end. */
  private int lineStart;

  private int scanned;

  public HeadReader(ConnectionLimits limits) {
    this.limits = limits;
  }

  /**
   * Reads on.
   *
   * @param from where the head begins in {@code bytes}
   * @param to where the bytes end that have come
   * @return the length of the head, -1 if it is not complete
   * @throws RefusalException if it cannot become a head any more
   */
  public int read(byte[] bytes, int from, int to) {
    int length = to - from;
    while (true) {
      int newline = newline(bytes, from, length);
      if (newline < 0) {
        requireBounded(bytes, from, length);
        return -1;
      }
      int end = newline - 1;
      if (end < lineStart || bytes[from + end] != '\r') {
        throw RefusalException.badRequest("a line ends without CR");
      }
      int next = newline + 1;
      if (end > lineStart) {
        line(bytes, from, end);
      } else if (lineRead) {
        head.in(bytes, from);
        return next;
      } else if (++blankLines > MOST_BLANK_LINES) {
        throw RefusalException.badRequest("blank lines before the request");
      }
      lineStart = next;
      scanned = next;
    }
  }

  /** The head that was read; the reader is ready for the next one. */
  public RequestHead take() {
    RequestHead read = head;
    head = new RequestHead();
    lineRead = false;
    blankLines = 0;
    lineStart = 0;
    scanned = 0;
    return read;
  }

  private int newline(byte[] bytes, int from, int length) {
    for (int i = Math.max(scanned, lineStart); i < length; i++) {
      if (bytes[from + i] == '\n') {
        return i;
      }
    }
    scanned = length;
    return -1;
  }

  /** What has come of a line that is not complete must be able to become one, and be bounded. */
  private void requireBounded(byte[] bytes, int from, int length) {
    int begun = length - lineStart;
    if (!lineRead) {
      if (begun > 0 && bytes[from + lineStart] != '\r' && !Octets.token(bytes[from + lineStart])) {
        throw RefusalException.badRequest("this is no HTTP");
      }
      if (begun > limits.urlBytes() + LINE_FRAME) {
        throw RefusalException.of(414, "the request line is too long");
      }
    } else if (head.length() + begun > limits.headerBytes() + 4L) {
      throw tooLarge();
    }
  }

  private void line(byte[] bytes, int from, int end) {
    if (lineRead) {
      field(bytes, from, end);
      if (head.count() > limits.headerFields() || head.length() > limits.headerBytes()) {
        throw tooLarge();
      }
    } else {
      requestLine(bytes, from, end);
      lineRead = true;
    }
  }

  private static RefusalException tooLarge() {
    return RefusalException.of(431, "the header section is too long");
  }

  private void requestLine(byte[] bytes, int from, int end) {
    if (end - lineStart > limits.urlBytes() + LINE_FRAME) {
      throw RefusalException.of(414, "the request line is too long");
    }
    int method = lineStart;
    while (method < end && Octets.token(bytes[from + method])) {
      method++;
    }
    int target = method + 1;
    while (target < end && Octets.target(bytes[from + target])) {
      target++;
    }
    boolean separated =
        method > lineStart
            && target > method + 1
            && target < end
            && bytes[from + method] == ' '
            && bytes[from + target] == ' ';
    if (!separated) {
      throw RefusalException.badRequest("malformed request line");
    }
    int minor = version(bytes, from + target + 1, from + end);
    head.line(lineStart, method, method + 1, target, minor);
  }

  private static int version(byte[] bytes, int start, int end) {
    boolean wellFormed =
        end - start == VERSION_LENGTH
            && bytes[start] == 'H'
            && bytes[start + 1] == 'T'
            && bytes[start + 2] == 'T'
            && bytes[start + 3] == 'P'
            && bytes[start + 4] == '/'
            && Octets.digit(bytes[start + 5])
            && bytes[start + 6] == '.'
            && Octets.digit(bytes[start + 7]);
    if (!wellFormed) {
      throw RefusalException.badRequest("malformed version");
    }
    if (bytes[start + 5] != '1') {
      throw RefusalException.of(505, "another version of HTTP");
    }
    return bytes[start + 7] - '0';
  }

  private void field(byte[] bytes, int from, int end) {
    int colon = lineStart;
    while (colon < end && Octets.token(bytes[from + colon])) {
      colon++;
    }
    if (colon == lineStart || colon == end || bytes[from + colon] != ':') {
      throw RefusalException.badRequest("malformed field name");
    }
    int start = colon + 1;
    while (start < end && blank(bytes[from + start])) {
      start++;
    }
    int valueEnd = end;
    while (valueEnd > start && blank(bytes[from + valueEnd - 1])) {
      valueEnd--;
    }
    for (int i = start; i < valueEnd; i++) {
      if (!Octets.value(bytes[from + i])) {
        throw RefusalException.badRequest("malformed field value");
      }
    }
    head.field(lineStart, colon, start, valueEnd, end);
  }

  private static boolean blank(byte octet) {
    return octet == ' ' || octet == '\t';
  }
}
