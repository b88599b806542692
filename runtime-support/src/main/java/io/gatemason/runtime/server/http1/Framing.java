package io.gatemason.runtime.server.http1;

import io.gatemason.runtime.server.wire.Octets;
import io.gatemason.runtime.server.wire.RefusalException;
import java.util.Locale;

/**
 * What a head says about its connection: where the body ends, whether requests follow, whether the
 * client waits before it sends the body (RFC 9110 §7, §10.1.1; RFC 9112 §3.2, §6, §9). A head that
 * says it in two ways is refused.
 */
public final class Framing {
  private static final int MOST_DIGITS = 18;

  private final RequestHead head;
  private int hosts;
  private String host = "";
  private long length = -1;
  private boolean chunked;
  private boolean expectsContinue;
  private boolean close;
  private boolean keepAlive;
  private boolean upgrade;

  private Framing(RequestHead head) {
    this.head = head;
  }

  public static Framing of(RequestHead head) {
    Framing framing = new Framing(head);
    for (int i = 0; i < head.count(); i++) {
      framing.field(i);
    }
    framing.requireConsistent();
    return framing;
  }

  private void field(int index) {
    switch (head.nameLength(index)) {
      case 4 -> {
        if (head.named(index, "host")) {
          hosts++;
          host = head.value(index);
        }
      }
      case 6 -> {
        if (head.named(index, "expect")) {
          expect(head.value(index));
        }
      }
      case 10 -> {
        if (head.named(index, "connection")) {
          connection(head.value(index));
        }
      }
      case 14 -> {
        if (head.named(index, "content-length")) {
          contentLength(head.value(index));
        }
      }
      case 17 -> {
        if (head.named(index, "transfer-encoding")) {
          transferEncoding(head.value(index));
        }
      }
      default -> {}
    }
  }

  private void expect(String value) {
    if (!value.equalsIgnoreCase("100-continue")) {
      throw RefusalException.of(417, "an expectation that nobody meets");
    }
    expectsContinue = head.minor() > 0;
  }

  private void connection(String value) {
    for (String option : value.split(",", -1)) {
      switch (option.strip().toLowerCase(Locale.ROOT)) {
        case "close" -> close = true;
        case "keep-alive" -> keepAlive = true;
        case "upgrade" -> upgrade = true;
        default -> {}
      }
    }
  }

  private void contentLength(String value) {
    boolean number = !value.isEmpty() && value.length() <= MOST_DIGITS;
    for (int i = 0; number && i < value.length(); i++) {
      number = value.charAt(i) >= '0' && value.charAt(i) <= '9';
    }
    if (!number || length >= 0) {
      throw RefusalException.badRequest("malformed or repeated Content-Length");
    }
    length = Long.parseLong(value);
  }

  private void transferEncoding(String value) {
    String coding = value.toLowerCase(Locale.ROOT);
    if (chunked) {
      throw RefusalException.badRequest("repeated Transfer-Encoding");
    }
    if (coding.equals("chunked")) {
      chunked = true;
      return;
    }
    int comma = coding.lastIndexOf(',');
    boolean last = comma >= 0 && coding.substring(comma + 1).strip().equals("chunked");
    if (last && !coding.substring(0, comma).contains("chunked")) {
      throw RefusalException.of(501, "a transfer coding besides chunked");
    }
    throw RefusalException.badRequest("Transfer-Encoding does not end with chunked");
  }

  private void requireConsistent() {
    if (chunked && (length >= 0 || head.minor() == 0)) {
      throw RefusalException.badRequest("Transfer-Encoding beside Content-Length, or in HTTP/1.0");
    }
    boolean one = head.minor() == 0 ? hosts <= 1 : hosts == 1;
    if (!one || (hosts == 1 && !Octets.isAuthority(host))) {
      throw RefusalException.badRequest("malformed, missing or repeated Host");
    }
  }

  /** The value of Host, "" without it. */
  public String host() {
    return host;
  }

  /** The length of the body in bytes, 0 without one, -1 if it is chunked. */
  public long bodyLength() {
    return chunked ? -1 : Math.max(length, 0);
  }

  /** Whether the client waits for a word before it sends the body. */
  public boolean expectsContinue() {
    return expectsContinue && bodyLength() != 0;
  }

  /** Whether another request may follow. */
  public boolean keepsAlive() {
    return !close && (head.minor() > 0 || keepAlive);
  }

  /** Whether the client would like to speak another protocol, and sends no body before that. */
  public boolean asksForUpgrade() {
    return upgrade && head.minor() > 0 && bodyLength() == 0 && !chunked;
  }
}
