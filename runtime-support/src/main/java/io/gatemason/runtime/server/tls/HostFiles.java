package io.gatemason.runtime.server.tls;

import io.helidon.config.Config;
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
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of one host: its certificate with its key, in PEM or PKCS12, and the authorities of its
 * clients. They are settings {@code gateway.domains.<name>.tls.*}. Immutable.
 */
final class HostFiles {
  private final String host;
  private final Config settings;
  private final SecurityPolicy policy;
  private final boolean mutual;

  /** What the files say. */
  record Loaded(HostTls tls, Optional<TrustStore> authorities) {}

  /**
   * Files of a host.
   *
   * @param settings the node {@code tls}
   * @param mutual whether its clients need certificates
   */
  HostFiles(String host, Config settings, SecurityPolicy policy, boolean mutual) {
    this.host = host;
    this.settings = settings;
    this.policy = policy;
    this.mutual = mutual;
  }

  String host() {
    return host;
  }

  /** Whether the clients of the host need certificates. */
  boolean mutual() {
    return mutual;
  }

  /**
   * Reads all files.
   *
   * @throws IllegalArgumentException naming the setting whose file cannot be used
   */
  Loaded load() {
    Optional<TrustStore> authorities = path("trust-store").map(this::authorities);
    authorities.ifPresent(
        store -> store.warnings().forEach(text -> TlsLog.warn(host + ": trust store: " + text)));
    try {
      char[] password = settings.get("key-store.password").asString().orElse("").toCharArray();
      KeyStore keys = keys(password);
      return new Loaded(HostTls.of(keys, password, policy, authorities.orElse(null)), authorities);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(settings.key() + ": " + e.getMessage(), e);
    }
  }

  private TrustStore authorities(Path file) {
    try {
      return TrustStore.of(text(file));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          settings.key() + ".trust-store: " + file + ": " + e.getMessage(), e);
    }
  }

  private KeyStore keys(char[] password) throws GeneralSecurityException {
    Optional<Path> store = path("key-store.path");
    if (store.isPresent()) {
      return stored(store.get(), password);
    }
    Path certificate = path("certificate").orElseThrow(() -> missing("certificate"));
    Path key = path("private-key").orElseThrow(() -> missing("private-key"));
    Certificate[] chain =
        CertificateFactory.getInstance("X.509")
            .generateCertificates(
                new ByteArrayInputStream(text(certificate).getBytes(StandardCharsets.UTF_8)))
            .toArray(Certificate[]::new);
    PrivateKey privateKey = privateKey(key);
    if (chain.length == 0 || !belongTogether(privateKey, chain[0])) {
      throw new IllegalArgumentException(
          settings.key() + ": " + key + " is not the key of the certificate in " + certificate);
    }
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try {
      keys.load(null, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    keys.setKeyEntry("host", privateKey, password, chain);
    return keys;
  }

  private PrivateKey privateKey(Path file) throws GeneralSecurityException {
    try {
      return PrivateKeys.of(text(file));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          settings.key() + ".private-key: " + file + ": " + e.getMessage(), e);
    }
  }

  private static boolean belongTogether(PrivateKey key, Certificate certificate)
      throws GeneralSecurityException {
    String public_ = certificate.getPublicKey().getAlgorithm();
    if (!key.getAlgorithm().equals(public_)) {
      return false;
    }
    Signature signature =
        Signature.getInstance(public_.equals("EC") ? "SHA256withECDSA" : "SHA256withRSA");
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
          settings.key() + ".key-store: cannot read " + file + ": " + e.getMessage(), e);
    }
    return keys;
  }

  private IllegalArgumentException missing(String name) {
    return new IllegalArgumentException(
        settings.key() + " needs " + name + ", or key-store.path with both");
  }

  private Optional<Path> path(String name) {
    return settings.get(name).asString().asOptional().map(Path::of);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot read " + file + ": " + e, e);
    }
  }

  /** A text that changes when one of the files does. */
  String stamp() {
    StringBuilder stamp = new StringBuilder();
    for (Path file :
        Stream.of("certificate", "private-key", "key-store.path", "trust-store")
            .flatMap(name -> path(name).stream())
            .toList()) {
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

  /** The hosts that have such settings, each with its node. */
  static List<Config> nodes(Config config) {
    return config
        .get("gateway.domains")
        .traverse()
        .filter(node -> node.name().equals("tls") && !node.isLeaf())
        .toList();
  }
}
