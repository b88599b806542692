package io.gatemason.runtime.auth.token;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One public RSA key of an issuer. Immutable and safe for concurrent use. */
final class VerificationKey {
  private static final int SHORTEST_BITS = 2_048;
  private static final int LONGEST_BITS = 16_384;

  private final RSAKey key;
  private final JWSVerifier verifier;

  private VerificationKey(RSAKey key, JWSVerifier verifier) {
    this.key = key;
    this.verifier = verifier;
  }

  /** The key, null if it is of another type, for another use, or weak (RFC 7518 §3.3). */
  static @Nullable VerificationKey of(JWK jwk) {
    if (!(jwk instanceof RSAKey key) || !verifies(key)) {
      return null;
    }
    try {
      return new VerificationKey(key, new RSASSAVerifier(key.toRSAPublicKey()));
    } catch (JOSEException e) {
      return null;
    }
  }

  private static boolean verifies(RSAKey key) {
    Set<KeyOperation> operations = key.getKeyOperations();
    return key.size() >= SHORTEST_BITS
        && key.size() <= LONGEST_BITS
        && !GuessableKeys.contain(key.getModulus().decodeToBigInteger())
        && (key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE))
        && (operations == null || operations.contains(KeyOperation.VERIFY));
  }

  /**
   * Whether the key may have made signatures of this algorithm: that of the key, or one with the
   * same padding and a longer hash.
   */
  boolean takes(JWSAlgorithm algorithm) {
    Algorithm own = key.getAlgorithm();
    return own == null
        || (own.getName().startsWith(algorithm.getName().substring(0, 2))
            && own.getName().compareTo(algorithm.getName()) <= 0);
  }

  JWSVerifier verifier() {
    return verifier;
  }

  /** Whether the other is the same key. */
  boolean same(@Nullable VerificationKey other) {
    return other != null
        && key.getModulus().equals(other.key.getModulus())
        && key.getPublicExponent().equals(other.key.getPublicExponent());
  }
}
