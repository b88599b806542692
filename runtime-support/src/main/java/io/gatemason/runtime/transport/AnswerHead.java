package io.gatemason.runtime.transport;

import io.gatemason.runtime.payload.FieldText;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The head of a backend's answer (RFC 9112 §4, §5, §6; RFC 9110 §15). What others may read in
 * another way is no answer; line feeds alone, folded lines and blanks before a colon are read as
 * RFC 9112 §2.2 and §5 say that a recipient may. Used by one thread.
 */
final class AnswerHead {
  /** Of fields, however they are folded. */
  private static final int MOST_LINES = 500;

  private static final int MOST_BYTES = 262_144;
  private static final int MOST_BLANK_LINES = 10;
  private static final int LONGEST_LENGTH = 18;
  private static final String VERSION = "HTTP/1.";

  private final HeaderFields fields = new HeaderFields();
  private int status;
  private boolean http10;
  private boolean chunked;
  private boolean close;
  private boolean keepAlive;
  private long length = -1;

  /** The fields that Connection names, which are for the gateway alone (RFC 9110 §7.6.1). */
  private List<String> nominated = List.of();

  private AnswerHead() {}

  /** The backend has ended the connection without a word. */
  static final class NoAnswerException extends IOException {
    private static final long serialVersionUID = 1L;

    NoAnswerException() {
      super("The backend closed the connection and sent no answer");
    }
  }

  /** Reads a head, that of an interim answer or that of the answer. */
  static AnswerHead read(BackendInput input) throws IOException {
    AnswerHead head = new AnswerHead();
    head.statusLine(input);
    int bytes = 0;
    for (int lines = 1; nextLine(input); lines++) {
      bytes += input.lineEnd() - input.lineStart();
      if (lines > MOST_LINES || bytes > MOST_BYTES) {
        throw new ProtocolException(
            "A head of more than " + MOST_LINES + " lines or " + MOST_BYTES + " bytes");
      }
      head.fieldLine(input.bytes(), input.lineStart(), input.lineEnd());
    }
    head.framing();
    head.nominated.forEach(head.fields::remove);
    return head;
  }

  int status() {
    return status;
  }

  HeaderFields fields() {
    return fields;
  }

  /** Whether the answer itself is still to come. */
  boolean interim() {
    return status < 200;
  }

  private static boolean nextLine(BackendInput input) throws IOException {
    if (!input.line()) {
      throw new EOFException("The backend closed the connection within the head of an answer");
    }
    return input.lineEnd() > input.lineStart();
  }

  private void statusLine(BackendInput input) throws IOException {
    for (int i = 0; i <= MOST_BLANK_LINES; i++) {
      if (!input.line()) {
        throw new NoAnswerException();
      }
      if (input.lineEnd() > input.lineStart()) {
        statusLine(input.bytes(), input.lineStart(), input.lineEnd());
        return;
      }
    }
    throw new ProtocolException("Blank lines before an answer");
  }

  private void statusLine(byte[] bytes, int start, int end) throws ProtocolException {
    int code = start + VERSION.length() + 2;
    boolean wellFormed = end - code >= 3 && (end - code == 3 || bytes[code + 3] == ' ');
    for (int i = 0; wellFormed && i < VERSION.length(); i++) {
      wellFormed = bytes[start + i] == VERSION.charAt(i);
    }
    if (!wellFormed || digit(bytes[code - 2]) < 0 || bytes[code - 1] != ' ') {
      throw new ProtocolException("What came is no HTTP/1 answer");
    }
    http10 = bytes[code - 2] == '0';
    int hundreds = digit(bytes[code]);
    int tens = digit(bytes[code + 1]);
    int ones = digit(bytes[code + 2]);
    status = 100 * hundreds + 10 * tens + ones;
    if (hundreds < 1 || hundreds > 5 || tens < 0 || ones < 0 || status == 101) {
      throw new ProtocolException("Unexpected status");
    }
  }

  private static int digit(byte octet) {
    return octet >= '0' && octet <= '9' ? octet - '0' : -1;
  }

  private void fieldLine(byte[] bytes, int start, int end) throws ProtocolException {
    if (blank(bytes[start]) && fields.size() > 0) {
      fields.extendLast(value(bytes, start, end));
      return;
    }
    int colon = start;
    while (colon < end && bytes[colon] != ':') {
      colon++;
    }
    int nameEnd = colon;
    while (nameEnd > start && blank(bytes[nameEnd - 1])) {
      nameEnd--;
    }
    String name = new String(bytes, start, nameEnd - start, StandardCharsets.ISO_8859_1);
    if (colon == end || !FieldText.isName(name)) {
      throw new ProtocolException("Header field without a name");
    }
    fields.add(name, value(bytes, colon + 1, end));
  }

  private static String value(byte[] bytes, int from, int to) throws ProtocolException {
    int start = from;
    while (start < to && blank(bytes[start])) {
      start++;
    }
    int end = to;
    while (end > start && blank(bytes[end - 1])) {
      end--;
    }
    for (int i = start; i < end; i++) {
      if (bytes[i] == '\r' || bytes[i] == 0) {
        throw new ProtocolException("Header with a character that headers cannot have");
      }
    }
    return FieldText.read(new String(bytes, start, end - start, StandardCharsets.ISO_8859_1));
  }

  private static boolean blank(byte octet) {
    return octet == ' ' || octet == '\t';
  }

  private void framing() throws ProtocolException {
    for (int i = 0; i < fields.size(); i++) {
      String name = fields.name(i);
      switch (name.length()) {
        case 10 -> {
          if (name.equalsIgnoreCase("Connection")) {
            connection(fields.value(i));
          }
        }
        case 14 -> {
          if (name.equalsIgnoreCase("Content-Length")) {
            contentLength(fields.value(i));
          }
        }
        case 17 -> {
          if (name.equalsIgnoreCase("Transfer-Encoding")) {
            transferEncoding(fields.value(i));
          }
        }
        default -> {}
      }
    }
  }

  private void connection(String value) {
    for (String option : value.split(",", -1)) {
      String stripped = option.strip();
      if (stripped.equalsIgnoreCase("close")) {
        close = true;
      } else if (stripped.equalsIgnoreCase("keep-alive")) {
        keepAlive = true;
      } else if (!stripped.isEmpty()) {
        nominated = nominated.isEmpty() ? new ArrayList<>() : nominated;
        nominated.add(stripped);
      }
    }
  }

  private void contentLength(String value) throws ProtocolException {
    boolean digits = !value.isEmpty() && value.length() <= LONGEST_LENGTH;
    for (int i = 0; digits && i < value.length(); i++) {
      digits = value.charAt(i) >= '0' && value.charAt(i) <= '9';
    }
    if (!digits || length >= 0) {
      throw new ProtocolException("Content-Length that is no length, or repeated");
    }
    length = Long.parseLong(value);
  }

  private void transferEncoding(String value) throws ProtocolException {
    if (chunked || !value.equalsIgnoreCase("chunked")) {
      throw new ProtocolException("Transfer-Encoding other than chunked");
    }
    chunked = true;
  }

  /** Whether a body follows the answer to a request of this method (RFC 9112 §6.3). */
  boolean hasBody(String method) {
    return !method.equals("HEAD") && status != 204 && status != 304;
  }

  /** Length of the body in bytes, -1 if it is known only at its end. */
  long bodyLength() {
    return chunked ? -1 : length;
  }

  boolean chunked() {
    return chunked;
  }

  /**
   * Whether another request may follow on the connection (RFC 9112 §9.3). Not after an answer that
   * is framed in two ways, or that says that it has a body and cannot have one.
   */
  boolean keepsAlive(String method) {
    boolean persistent = !close && (!http10 || keepAlive);
    boolean framed = hasBody(method) ? chunked ^ length >= 0 : status != 204 || !namesBody();
    return persistent && framed && !(http10 && chunked);
  }

  private boolean namesBody() {
    return chunked || length > 0;
  }
}
