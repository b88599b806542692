package io.gatemason.runtime.auth.token;

import java.math.BigInteger;

/**
 * Recognises RSA keys made by a library whose primes are powers of 65537 modulo a product of small
 * primes (CVE-2017-15361): their private keys can be computed.
 */
final class GuessableKeys {
  private static final int[] PRIMES = {
    3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97,
    101, 103, 107, 109, 113, 127, 131, 137, 139, 149, 151, 157, 163, 167
  };
  private static final int GENERATOR = 65_537;

  private GuessableKeys() {}

  /** Whether the modulus is of that kind; of others about one in a hundred million is. */
  static boolean contain(BigInteger modulus) {
    for (int prime : PRIMES) {
      if (!isPower(modulus.mod(BigInteger.valueOf(prime)).intValue(), prime)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPower(int value, int prime) {
    int power = 1;
    do {
      if (power == value) {
        return true;
      }
      power = power * (GENERATOR % prime) % prime;
    } while (power != 1);
    return false;
  }
}
