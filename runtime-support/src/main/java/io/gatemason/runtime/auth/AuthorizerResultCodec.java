package io.gatemason.runtime.auth;

import io.gatemason.runtime.store.EntryCodec;

/** Results of authorizers as the functions returned them. */
final class AuthorizerResultCodec implements EntryCodec<AuthorizerResult> {
  /** A parsed policy takes about so many bytes of the heap for each of its text. */
  private static final int PARSED = 6;

  @Override
  public int weigh(AuthorizerResult entry) {
    return PARSED * entry.document().length;
  }

  @Override
  public byte[] encode(AuthorizerResult entry) {
    return entry.document();
  }

  @Override
  public AuthorizerResult decode(byte[] bytes) {
    return AuthorizerResult.read(bytes);
  }
}
