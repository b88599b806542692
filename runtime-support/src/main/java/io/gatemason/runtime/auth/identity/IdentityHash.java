package io.gatemason.runtime.auth.identity;

import io.gatemason.runtime.digest.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;

/** Keys of entries that tell nothing of the credentials they stand for. */
public final class IdentityHash {
  private IdentityHash() {}

  /** The SHA-256 of texts, each with its length before it: no two lists look the same. */
  public static String of(List<String> texts) {
    MessageDigest digest = Sha256.begin();
    for (String text : texts) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
      digest.update(bytes);
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest());
  }
}
