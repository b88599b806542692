package io.gatemason.runtime.cache;

import io.gatemason.runtime.cache.CachedResponse.Field;
import io.gatemason.runtime.store.EntryCodec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** How cached responses are written where several processes share them. */
final class ResponseCodec implements EntryCodec<CachedResponse> {
  private static final byte VERSION = 1;
  private static final int FIELD_BYTES = 80;

  @Override
  public int weigh(CachedResponse entry) {
    int headers = 0;
    for (Field field : entry.headers()) {
      headers += FIELD_BYTES + field.name().length() + field.value().length();
    }
    return headers + entry.body().length;
  }

  @Override
  public byte[] encode(CachedResponse entry) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(entry.body().length + 256);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeShort(entry.status());
      out.writeShort(entry.headers().size());
      for (Field field : entry.headers()) {
        writeText(out, field.name());
        writeText(out, field.value());
      }
      out.writeInt(entry.body().length);
      out.write(entry.body());
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail to be written", e);
    }
    return bytes.toByteArray();
  }

  @Override
  public CachedResponse decode(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readByte() != VERSION) {
        throw new IllegalArgumentException("written by another version");
      }
      int status = in.readUnsignedShort();
      int count = in.readUnsignedShort();
      List<Field> headers = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        headers.add(new Field(readText(in), readText(in)));
      }
      return new CachedResponse(status, headers, readBytes(in));
    } catch (IOException e) {
      throw new IllegalArgumentException("not an entry of this cache", e);
    }
  }

  private static void writeText(DataOutputStream out, String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(utf8.length);
    out.write(utf8);
  }

  private static String readText(DataInputStream in) throws IOException {
    return new String(readBytes(in), StandardCharsets.UTF_8);
  }

  private static byte[] readBytes(DataInputStream in) throws IOException {
    int length = in.readInt();
    byte[] bytes = length < 0 ? new byte[0] : in.readNBytes(length);
    if (bytes.length != length) {
      throw new IOException("cut off");
    }
    return bytes;
  }
}
