package io.gatemason.runtime.pem;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

/**
 * The files of a certificate and its key, as settings below one node name them: {@code certificate}
 * and {@code private-key} in PEM, or {@code key-store.path} and {@code key-store.password} in
 * PKCS12. Immutable.
 */
public final class KeyFiles {
  private final String node;
  private final Function<String, Optional<String>> settings;

  private KeyFiles(String node, Function<String, Optional<String>> settings) {
    this.node = node;
    this.settings = settings;
  }

  /**
   * The files that settings name; nothing is read yet.
   *
   * @param node what the settings stand below
   * @param settings the settings by their names below it
   */
  public static KeyFiles of(String node, Function<String, Optional<String>> settings) {
    return new KeyFiles(node, settings);
  }

  /** What the settings stand below. */
  public String node() {
    return node;
  }

  /** A text that is the same for settings that name the same files. */
  public String names() {
    return Stream.of("certificate", "private-key", "key-store.path", "key-store.password")
        .map(name -> settings.apply(name).orElse(""))
        .collect(Collectors.joining("\0"));
  }

  /** Whether a file is named. */
  public boolean isNamed() {
    return files().findAny().isPresent();
  }

  /**
   * What presents the certificate.
   *
   * @throws IllegalArgumentException naming the setting whose file cannot be used
   */
  public KeyManager[] keyManagers() {
    char[] password = settings.apply("key-store.password").orElse("").toCharArray();
    try {
      KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
      factory.init(keys(password), password);
      return factory.getKeyManagers();
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(node + ": " + e.getMessage(), e);
    }
  }

  private KeyStore keys(char[] password) throws GeneralSecurityException {
    Optional<Path> store = path("key-store.path");
    if (store.isPresent()) {
      return stored(store.get(), password);
    }
    Path certificate = path("certificate").orElseThrow(() -> missing("certificate"));
    Path key = path("private-key").orElseThrow(() -> missing("private-key"));
    Collection<? extends Certificate> chain =
        CertificateFactory.getInstance("X.509")
            .generateCertificates(
                new ByteArrayInputStream(text(certificate).getBytes(StandardCharsets.UTF_8)));
    PrivateKey privateKey = privateKey(key);
    if (chain.isEmpty() || !belongTogether(privateKey, chain.iterator().next())) {
      throw new IllegalArgumentException(
          node + ": " + key + " is not the key of the certificate in " + certificate);
    }
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try {
      keys.load(null, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    keys.setKeyEntry("key", privateKey, password, chain.toArray(Certificate[]::new));
    return keys;
  }

  private PrivateKey privateKey(Path file) throws GeneralSecurityException {
    try {
      return PrivateKeys.of(text(file));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(node + ".private-key: " + file + ": " + e.getMessage(), e);
    }
  }

  private static boolean belongTogether(PrivateKey key, Certificate certificate)
      throws GeneralSecurityException {
    String algorithm = certificate.getPublicKey().getAlgorithm();
    if (!key.getAlgorithm().equals(algorithm)) {
      return false;
    }
    Signature signature =
        Signature.getInstance(algorithm.equals("EC") ? "SHA256withECDSA" : "SHA256withRSA");
    signature.initSign(key);
    byte[] signed = signature.sign();
    signature.initVerify(certificate.getPublicKey());
    return signature.verify(signed);
  }

  private KeyStore stored(Path file, char[] password) throws GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, password);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          node + ".key-store: cannot read " + file + ": " + e.getMessage(), e);
    }
    return keys;
  }

  private IllegalArgumentException missing(String name) {
    return new IllegalArgumentException(node + " needs " + name + ", or key-store.path with both");
  }

  private Optional<Path> path(String name) {
    return settings.apply(name).map(Path::of);
  }

  private Stream<Path> files() {
    return Stream.of("certificate", "private-key", "key-store.path")
        .flatMap(name -> path(name).stream());
  }

  /**
   * The text of a file.
   *
   * @throws IllegalArgumentException if it cannot be read
   */
  public static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot read " + file + ": " + e, e);
    }
  }

  /** A text that changes when one of the files does, or one of {@code more}. */
  public String stamp(List<Path> more) {
    StringBuilder stamp = new StringBuilder();
    for (Path file : Stream.concat(files(), more.stream()).toList()) {
      try {
        stamp
            .append(file.toRealPath())
            .append(Files.getLastModifiedTime(file))
            .append(Files.size(file));
      } catch (IOException e) {
        stamp.append(e.getMessage());
      }
    }
    return stamp.toString();
  }
}
