package io.gatemason.runtime.store;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts entries where they leave the heap, by AES-GCM. Safe for concurrent use. */
public final class EntrySeal {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKeySpec key;

  /**
   * A seal.
   *
   * @param base64 a key of 16, 24 or 32 bytes
   * @throws IllegalArgumentException if it is not that; the message does not show it
   */
  public EntrySeal(String base64) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("the encryption key is not base64");
    }
    if (bytes.length != 16 && bytes.length != 24 && bytes.length != 32) {
      throw new IllegalArgumentException("an encryption key has 16, 24 or 32 bytes");
    }
    this.key = new SecretKeySpec(bytes, "AES");
  }

  /** {@code codec} with what it writes encrypted; in the heap nothing changes. */
  public <V> EntryCodec<V> around(EntryCodec<V> codec) {
    return new EntryCodec<>() {
      @Override
      public int weigh(V entry) {
        return codec.weigh(entry);
      }

      @Override
      public byte[] encode(V entry) {
        return encrypt(codec.encode(entry));
      }

      @Override
      public V decode(byte[] bytes) {
        return codec.decode(decrypt(bytes));
      }
    };
  }

  private byte[] encrypt(byte[] plain) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
      byte[] sealed = cipher.doFinal(plain);
      return ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES-GCM", e);
    }
  }

  private byte[] decrypt(byte[] sealed) {
    if (sealed.length < NONCE_BYTES) {
      throw new IllegalArgumentException("cut off");
    }
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE_BYTES));
      return cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not encrypted with this key", e);
    }
  }
}
