package io.gatemason.runtime.server;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** Makes certificates as a test needs them. */
final class TestCertificates {
  private static final AtomicLong SERIAL = new AtomicLong(41_377);

  private TestCertificates() {}

  /** A certificate with its key and its chain, itself first. */
  record Identity(KeyPair keys, List<X509Certificate> chain) {
    X509Certificate certificate() {
      return chain.getFirst();
    }

    KeyStore keyStore() throws GeneralSecurityException, IOException {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry(
          "it", keys.getPrivate(), "secret".toCharArray(), chain.toArray(X509Certificate[]::new));
      return store;
    }

    /** Writes certificate and key beside each other, both replaced in one step. */
    void write(Path folder, String name) throws IOException {
      replace(folder.resolve(name + ".crt"), pem(chain.toArray()));
      replace(folder.resolve(name + ".key"), pem(keys.getPrivate()));
    }
  }

  /** What a certificate is to be like. */
  static final class Plan {
    private final String subject;
    private @Nullable Identity issuer;
    private String key = "P-256";
    private String signature = "";
    private boolean authority;
    private Instant from = Instant.now().minus(Duration.ofDays(1));
    private Instant to = Instant.now().plus(Duration.ofDays(10));
    private @Nullable X500Principal issuerName;
    private String host = "";

    private Plan(String subject) {
      this.subject = subject;
    }

    Plan by(Identity authority) {
      issuer = authority;
      return this;
    }

    Plan key(String kind) {
      key = kind;
      return this;
    }

    Plan signature(String algorithm) {
      signature = algorithm;
      return this;
    }

    Plan authority() {
      authority = true;
      return this;
    }

    Plan valid(Instant begin, Instant end) {
      from = begin;
      to = end;
      return this;
    }

    /** Names an issuer that did not sign it. */
    Plan issuerName(String name) {
      issuerName = new X500Principal(name);
      return this;
    }

    Plan host(String name) {
      host = name;
      return this;
    }

    Identity make() throws Exception {
      KeyPair keys = keys();
      Identity signer = issuer;
      X500Principal name = new X500Principal(subject);
      X500Principal issuedBy =
          signer == null ? name : signer.certificate().getSubjectX500Principal();
      JcaX509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              issuerName == null ? issuedBy : issuerName,
              BigInteger.valueOf(SERIAL.incrementAndGet()),
              Date.from(from),
              Date.from(to),
              name,
              keys.getPublic());
      if (authority) {
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
      }
      if (!host.isEmpty()) {
        builder.addExtension(
            Extension.subjectAlternativeName,
            false,
            new GeneralNames(new GeneralName(GeneralName.dNSName, host)));
      }
      X509Certificate certificate = sign(builder, signer == null ? keys : signer.keys());
      List<X509Certificate> chain = new ArrayList<>(List.of(certificate));
      if (signer != null) {
        chain.addAll(signer.chain());
      }
      return new Identity(keys, chain);
    }

    private X509Certificate sign(JcaX509v3CertificateBuilder builder, KeyPair by)
        throws OperatorCreationException, GeneralSecurityException {
      String usual = by.getPrivate().getAlgorithm().equals("EC") ? "ECDSA" : "RSA";
      String algorithm = signature.isEmpty() ? "SHA256with" + usual : signature;
      JcaContentSignerBuilder signer = new JcaContentSignerBuilder(algorithm);
      if (algorithm.contains("MGF1")) {
        signer.setProvider(new BouncyCastleProvider());
      }
      return new JcaX509CertificateConverter()
          .getCertificate(builder.build(signer.build(by.getPrivate())));
    }

    private KeyPair keys() throws GeneralSecurityException {
      if (key.startsWith("RSA-")) {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(Integer.parseInt(key.substring(4)));
        return generator.generateKeyPair();
      }
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp" + key.substring(2) + "r1"));
      return generator.generateKeyPair();
    }
  }

  static Plan plan(String subject) {
    return new Plan(subject);
  }

  static Identity ofHost(String host) throws Exception {
    return plan("CN=" + host).host(host).make();
  }

  static String pem(Object... objects) throws IOException {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      for (Object each : objects) {
        writer.writeObject(each);
      }
    }
    return text.toString();
  }

  static void replace(Path file, String text) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".next");
    Files.writeString(next, text);
    Files.move(
        next,
        file,
        java.nio.file.StandardCopyOption.REPLACE_EXISTING,
        java.nio.file.StandardCopyOption.ATOMIC_MOVE);
  }
}
