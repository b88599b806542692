package io.gatemason.runtime.auth.identity;

import org.jspecify.annotations.Nullable;

/** Who has which access key. Safe for concurrent use. */
@FunctionalInterface
public interface Identities {
  /** Nobody is known. */
  Identities NONE = (accessKeyId, scope) -> null;

  /**
   * The owner of an access key.
   *
   * @param accessKeyId as a client wrote it: anything
   * @param scope that of the signature
   * @return null if the key is unknown, or nobody can tell
   */
  @Nullable Identity find(String accessKeyId, CredentialScope scope);

  /** Those that these know, else those that others know. */
  default Identities orElse(Identities others) {
    return (accessKeyId, scope) -> {
      Identity known = find(accessKeyId, scope);
      return known == null ? others.find(accessKeyId, scope) : known;
    };
  }
}
