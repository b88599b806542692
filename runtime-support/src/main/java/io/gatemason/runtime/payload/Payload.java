package io.gatemason.runtime.payload;

import io.gatemason.runtime.failure.GatewayFailure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Bytes on their way: in memory, or a stream that can be read once. Not safe for concurrent use.
 */
public final class Payload {
  private static final byte[] NONE = {};

  private byte @Nullable [] bytes;
  private final @Nullable InputStream stream;
  private final long length;
  private final boolean text;

  private Payload(
      byte @Nullable [] bytes, @Nullable InputStream stream, long length, boolean text) {
    this.bytes = bytes;
    this.stream = stream;
    this.length = length;
    this.text = text;
  }

  /** No bytes. */
  public static Payload empty() {
    return of(NONE);
  }

  /** A payload in memory; the array is not copied. */
  public static Payload of(byte[] bytes) {
    return new Payload(bytes, null, bytes.length, false);
  }

  /** A streamed payload; {@code length} in bytes, -1 if unknown. */
  public static Payload of(InputStream stream, long length) {
    return new Payload(null, stream, length, false);
  }

  /**
   * Streamed text of that length in bytes, which it keeps as a stream: what is invalid in it
   * becomes {@code ?} there, and U+FFFD in memory.
   */
  static Payload ofText(InputStream stream, long length) {
    return new Payload(null, stream, length, true);
  }

  /** Length in bytes, -1 if unknown before the end is read. */
  public long length() {
    byte[] known = bytes;
    return known != null ? known.length : length;
  }

  /** Whether the payload is in memory. */
  public boolean buffered() {
    return bytes != null;
  }

  /** The payload as a stream; a streamed payload can be asked once. */
  public InputStream stream() {
    byte[] known = bytes;
    if (known != null) {
      return new ByteArrayInputStream(known);
    }
    return text ? Utf8.repairedInPlace(received()) : received();
  }

  private InputStream received() {
    return stream != null ? stream : InputStream.nullInputStream();
  }

  /**
   * The whole payload, read into memory if it is not there yet. Whoever makes a streamed payload
   * bounds its size. A stream that cannot be read ends the exchange.
   */
  public byte[] bytes() {
    byte[] known = bytes;
    if (known == null) {
      try {
        byte[] read = HeldBytes.read(received(), length);
        known = text ? Utf8.repaired(read) : read;
      } catch (IOException e) {
        throw GatewayFailure.integrationFailure("payload: " + e.getMessage());
      }
      bytes = known;
    }
    return known;
  }
}
