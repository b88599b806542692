package io.gatemason.runtime.auth.token;

import org.jspecify.annotations.Nullable;

/** Where the keys of an issuer come from. Safe for concurrent use. */
interface KeySource {

  /**
   * The key of this id, null if the issuer has none.
   *
   * @throws KeysUnavailableException if no keys could be had
   */
  @Nullable VerificationKey find(String keyId);
}
