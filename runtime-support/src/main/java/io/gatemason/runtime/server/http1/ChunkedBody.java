package io.gatemason.runtime.server.http1;

import io.gatemason.runtime.payload.BodyTooLongException;
import io.gatemason.runtime.server.wire.ClientInput;
import io.gatemason.runtime.server.wire.Octets;
import io.gatemason.runtime.server.wire.RefusalException;
import java.io.IOException;

/**
 * A chunked body (RFC 9112 §7.1). Extensions of chunks and trailers are checked, bounded and
 * dropped. What is not framed exactly so is refused at its first wrong byte.
 */
final class ChunkedBody extends BodyReader {
  private static final int MOST_SIZE_DIGITS = 15;

  /** Of all extensions and trailers of a body. */
  private final int mostOverhead;

  private final long mostBytes;
  private long left;
  private long total;
  private int overhead;
  private boolean ended;

  ChunkedBody(ClientInput input, Conversation conversation) {
    super(input, conversation);
    this.mostBytes = conversation.limits().payloadBytes();
    this.mostOverhead = conversation.limits().headerBytes();
  }

  @Override
  public boolean atEnd() {
    return ended;
  }

  @Override
  public int some(byte[] buffer, int offset, int length) throws IOException {
    if (left == 0) {
      nextChunk();
      if (ended) {
        return -1;
      }
    }
    int count = move(buffer, offset, (int) Math.min(length, left));
    left -= count;
    if (left == 0) {
      requireLineEnd(octet());
    }
    return count;
  }

  /**
   * Data is followed by its line end, which is read with it: a body whose last byte was delivered
   * is known to be sound so far.
   */
  private void nextChunk() throws IOException {
    long size = size();
    if (size == 0) {
      trailers();
      ended = true;
      return;
    }
    left = size;
    total += size;
    if (total > mostBytes + mostBytes) {
      throw new BodyTooLongException("a chunk of " + size + " bytes");
    }
  }

  private long size() throws IOException {
    long size = 0;
    int digits = 0;
    byte octet = octet();
    for (int digit = Octets.hex(octet); digit >= 0; digit = Octets.hex(octet)) {
      if (++digits > MOST_SIZE_DIGITS) {
        throw RefusalException.badRequest("a chunk size of too many digits");
      }
      size = (size << 4) | digit;
      octet = octet();
    }
    if (digits == 0) {
      throw RefusalException.badRequest("a chunk without a size");
    }
    extensions(octet);
    return size;
  }

  /** {@code *( BWS ";" BWS name [ BWS "=" BWS value ] )} and the line end; begins with an octet. */
  private void extensions(byte begin) throws IOException {
    byte octet = begin;
    while (octet != '\r') {
      octet = afterBlanks(octet);
      if (octet != ';') {
        throw RefusalException.badRequest("malformed chunk extension");
      }
      octet = afterToken(afterBlanks(counted()));
      byte next = afterBlanks(octet);
      if (next != '=' && next != octet && next != ';') {
        throw RefusalException.badRequest("malformed chunk extension");
      }
      octet = next == '=' ? afterValue(afterBlanks(counted())) : next;
    }
    requireLineEnd(octet);
  }

  private byte afterValue(byte begin) throws IOException {
    if (begin != '"') {
      return afterToken(begin);
    }
    byte octet = counted();
    while (octet != '"') {
      if (octet == '\\') {
        octet = counted();
      }
      if (!Octets.value(octet)) {
        throw RefusalException.badRequest("malformed chunk extension");
      }
      octet = counted();
    }
    return counted();
  }

  private byte afterToken(byte begin) throws IOException {
    if (!Octets.token(begin)) {
      throw RefusalException.badRequest("malformed chunk extension or trailer");
    }
    byte octet = begin;
    while (Octets.token(octet)) {
      octet = counted();
    }
    return octet;
  }

  private byte afterBlanks(byte begin) throws IOException {
    byte octet = begin;
    while (octet == ' ' || octet == '\t') {
      octet = counted();
    }
    return octet;
  }

  private void trailers() throws IOException {
    byte octet = counted();
    while (octet != '\r') {
      if (afterToken(octet) != ':') {
        throw RefusalException.badRequest("malformed trailer");
      }
      octet = counted();
      while (octet != '\r') {
        if (!Octets.value(octet)) {
          throw RefusalException.badRequest("malformed trailer");
        }
        octet = counted();
      }
      requireLineEnd(octet);
      octet = counted();
    }
    requireLineEnd(octet);
  }

  private byte counted() throws IOException {
    if (++overhead > mostOverhead) {
      throw RefusalException.of(431, "chunk extensions and trailers are too long");
    }
    return octet();
  }

  private void requireLineEnd(byte carriageReturn) throws IOException {
    if (carriageReturn != '\r' || octet() != '\n') {
      throw RefusalException.badRequest("a line of the body's framing ends without CRLF");
    }
  }
}
