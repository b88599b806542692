package io.gatemason.runtime.auth.identity;

import io.gatemason.runtime.auth.identity.Identity.SigningSecret;
import io.gatemason.runtime.policy.AccessPolicy;
import io.gatemason.runtime.policy.Caller;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Identities of tests. */
public final class TestIdentities {
  private TestIdentities() {}

  /** An identity without policies. */
  public static Identity identity(String accessKeyId, String secret, String sessionToken) {
    return identity(accessKeyId, secret, sessionToken, null);
  }

  /** An identity without policies whose session ends. */
  public static Identity identity(
      String accessKeyId,
      String secret,
      String sessionToken,
      java.time.@Nullable Instant expiration) {
    return new Identity(
        accessKeyId,
        SigningSecret.of(secret),
        sessionToken,
        expiration,
        new Caller("arn:aws:iam::123456789012:user/a", "123456789012", "AIDA", Map.of()),
        AccessPolicy.SILENT);
  }

  /** An identity with policies. */
  public static Identity identity(
      String accessKeyId, String secret, Caller caller, AccessPolicy policy) {
    return new Identity(accessKeyId, SigningSecret.of(secret), "", null, caller, policy);
  }

  /** An identity of which one signing key is known, as a key service gives it. */
  public static Identity keyOf(
      String accessKeyId, byte[] key, CredentialScope scope, String sessionToken) {
    return new Identity(
        accessKeyId,
        SigningSecret.of(key, scope),
        sessionToken,
        null,
        new Caller("arn:aws:iam::123456789012:user/a", "123456789012", "AIDA", Map.of()),
        AccessPolicy.SILENT);
  }
}
