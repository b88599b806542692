package io.gatemason.runtime.auth.token;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the header of a token says that counts.
 *
 * @param algorithm an accepted one
 * @param keyId the id of the key that the token says it is signed with, "" if it does not say
 */
record TokenHeader(JWSAlgorithm algorithm, String keyId) {
  private static final Map<JWSAlgorithm, JWSHeader> BARE = new ConcurrentHashMap<>();

  /** A header that says nothing but the algorithm. */
  JWSHeader bare() {
    return BARE.computeIfAbsent(algorithm, JWSHeader::new);
  }
}
