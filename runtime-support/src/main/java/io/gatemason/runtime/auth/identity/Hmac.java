package io.gatemason.runtime.auth.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 (RFC 2104), and the keys that signatures are made with. */
public final class Hmac {
  private static final String ALGORITHM = "HmacSHA256";

  private Hmac() {}

  /** The code of a text in UTF-8. */
  public static byte[] of(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
    }
  }

  /** The key that signs for a scope. */
  static byte[] signingKey(String secret, CredentialScope scope) {
    byte[] day = of(("AWS4" + secret).getBytes(StandardCharsets.UTF_8), scope.date());
    return of(of(of(day, scope.region()), scope.service()), CredentialScope.TERMINATOR);
  }
}
