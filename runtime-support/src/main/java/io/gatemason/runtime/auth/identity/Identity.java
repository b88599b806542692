package io.gatemason.runtime.auth.identity;

import io.gatemason.runtime.policy.AccessPolicy;
import io.gatemason.runtime.policy.Caller;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A caller with what verifies its signatures. Never shows its secrets as text. Immutable in effect
 * and safe for concurrent use.
 */
public final class Identity {
  private final String accessKeyId;
  private final SigningSecret secret;
  private final String sessionToken;
  private final @Nullable Instant expiration;
  private final Caller caller;
  private final AccessPolicy policy;
  private volatile @Nullable ScopedKey lastKey;

  Identity(
      String accessKeyId,
      SigningSecret secret,
      String sessionToken,
      @Nullable Instant expiration,
      Caller caller,
      AccessPolicy policy) {
    this.accessKeyId = accessKeyId;
    this.secret = secret;
    this.sessionToken = sessionToken;
    this.expiration = expiration;
    this.caller = caller;
    this.policy = policy;
  }

  /** What signing keys come from. */
  @FunctionalInterface
  interface SigningSecret {
    /** The key for a scope, null if it is not known. */
    byte @Nullable [] key(CredentialScope scope);

    /** The secret itself. */
    static SigningSecret of(String secretAccessKey) {
      return scope -> Hmac.signingKey(secretAccessKey, scope);
    }

    /** One key, for one scope. */
    static SigningSecret of(byte[] key, CredentialScope known) {
      return scope -> scope.equals(known) ? key : null;
    }
  }

  private static final class ScopedKey {
    private final CredentialScope scope;
    private final byte[] key;

    ScopedKey(CredentialScope scope, byte[] key) {
      this.scope = scope;
      this.key = key;
    }
  }

  /** The id of the access key. */
  public String accessKeyId() {
    return accessKeyId;
  }

  /** The token that requests of a session have to carry, "" for other identities. */
  public String sessionToken() {
    return sessionToken;
  }

  /** Whether the session has ended. */
  public boolean expired(Instant now) {
    return expiration != null && !now.isBefore(expiration);
  }

  /** Who calls. */
  public Caller caller() {
    return caller;
  }

  /** The policies of the caller, as one. */
  public AccessPolicy policy() {
    return policy;
  }

  /** The key that signs for a scope, null if it is not known. */
  public byte @Nullable [] signingKey(CredentialScope scope) {
    ScopedKey last = lastKey;
    if (last != null && last.scope.equals(scope)) {
      return last.key;
    }
    byte[] key = secret.key(scope);
    if (key != null) {
      lastKey = new ScopedKey(scope, Arrays.copyOf(key, key.length));
    }
    return key;
  }

  /** Without any secret. */
  @Override
  public String toString() {
    return caller.arn();
  }
}
