package io.gatemason.runtime.auth.token;

import java.util.Set;

/**
 * An issuer whose tokens are believed.
 *
 * @param names the values of {@code iss} that are its own
 * @param keys the keys that it signs with
 */
record TrustedIssuer(Set<String> names, KeySource keys) {
  TrustedIssuer {
    names = Set.copyOf(names);
  }
}
