package io.gatemason.runtime.transport;

import io.gatemason.runtime.payload.FieldText;
import java.util.Iterator;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.FormattedHeader;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.ProtocolException;
import org.jspecify.annotations.Nullable;

/**
 * What is demanded of the head of a backend's answer (RFC 9110 §5.5, §8.6, §15; RFC 9112 §6). What
 * the parser takes and others may read in another way is no answer.
 */
final class AnswerHead {
  private static final int LONGEST_LENGTH = 18;

  private AnswerHead() {}

  /** Fails if the head is not that of an answer. */
  static void require(ClassicHttpResponse response) throws ProtocolException {
    int status = response.getCode();
    if (status == 101 || status > 599) {
      throw new ProtocolException("Unexpected status " + status);
    }
    String length = null;
    for (Iterator<Header> lines = response.headerIterator(); lines.hasNext(); ) {
      Header line = lines.next();
      String value = line.getValue() == null ? "" : line.getValue();
      if (!FieldText.isName(line.getName()) || splitsHeaders(written(line, value))) {
        throw new ProtocolException("Header with a character that headers cannot have");
      }
      if (line.getName().equalsIgnoreCase(HttpHeaders.CONTENT_LENGTH)) {
        length = requireLength(length, value.strip());
      } else if (line.getName().equalsIgnoreCase(HttpHeaders.TRANSFER_ENCODING)
          && !value.strip().equalsIgnoreCase("chunked")) {
        throw new ProtocolException("Transfer-Encoding other than chunked");
      }
    }
  }

  private static String requireLength(@Nullable String before, String value)
      throws ProtocolException {
    boolean digits =
        !value.isEmpty()
            && value.length() <= LONGEST_LENGTH
            && value.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!digits || (before != null && !before.equals(value))) {
      throw new ProtocolException("Content-Length that is no length");
    }
    return value;
  }

  /** The line as it came: in values, the parser hides what would split them. */
  private static String written(Header line, String value) {
    return line instanceof FormattedHeader written ? written.getBuffer().toString() : value;
  }

  /** Whether a value would end its line, or the text, for somebody who reads it. */
  private static boolean splitsHeaders(String value) {
    return value.indexOf('\r') >= 0 || value.indexOf('\n') >= 0 || value.indexOf(0) >= 0;
  }
}
