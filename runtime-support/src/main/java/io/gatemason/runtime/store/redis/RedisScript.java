package io.gatemason.runtime.store.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A script that Redis runs in one piece.
 *
 * @param text the script
 * @param digest by what Redis knows it: SHA-1 in hexadecimal digits
 */
record RedisScript(String text, String digest) {

  /** The script in UTF-8. */
  byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The digest in ASCII. */
  byte[] digestBytes() {
    return digest.getBytes(StandardCharsets.US_ASCII);
  }

  /** The script in the file {@code name} beside this class. */
  static RedisScript read(String name) {
    try (InputStream in = RedisScript.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing in the jar");
      }
      byte[] bytes = in.readAllBytes();
      byte[] digest = MessageDigest.getInstance("SHA-1").digest(bytes);
      return new RedisScript(
          new String(bytes, StandardCharsets.UTF_8), HexFormat.of().formatHex(digest));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }
}
