package io.gatemason.runtime.store;

/** Entries that are bytes already. */
public final class BytesCodec implements EntryCodec<byte[]> {
  @Override
  public int weigh(byte[] entry) {
    return entry.length;
  }

  @Override
  public byte[] encode(byte[] entry) {
    return entry;
  }

  @Override
  public byte[] decode(byte[] bytes) {
    return bytes;
  }
}
