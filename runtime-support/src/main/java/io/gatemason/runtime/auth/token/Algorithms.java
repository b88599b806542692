package io.gatemason.runtime.auth.token;

import com.nimbusds.jose.JWSAlgorithm;
import java.util.Set;

/**
 * The signature algorithms that tokens may have; no symmetric one is among them (RFC 8725 §3.1).
 */
final class Algorithms {
  /** Of user pools. */
  static final Set<JWSAlgorithm> USER_POOLS = Set.of(JWSAlgorithm.RS256);

  /** Of the issuers of HTTP APIs: the RSA family (RFC 7518 §3.3, §3.5). */
  static final Set<JWSAlgorithm> RSA =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512);

  private Algorithms() {}
}
