package io.gatemason.runtime.server.tls;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathBuilderResult;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The certificates of the authorities whose clients a domain admits (docs/behaviour/tls.md#mutual).
 * Immutable.
 */
final class TrustStore {
  static final int MOST = 1_000;
  static final int LONGEST = 1_048_576;
  private static final int LONGEST_CHAIN = 4;
  private static final Pattern ENTRY =
      Pattern.compile("-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----");

  private final List<X509Certificate> certificates;
  private final Set<TrustAnchor> anchors;
  private final List<String> warnings;

  private TrustStore(List<X509Certificate> certificates, List<String> warnings) {
    this.certificates = List.copyOf(certificates);
    this.anchors =
        certificates.stream()
            .filter(TrustStore::isRoot)
            .map(root -> new TrustAnchor(root, null))
            .collect(Collectors.toUnmodifiableSet());
    this.warnings = List.copyOf(warnings);
  }

  /**
   * Reads a bundle. Entries that cannot be used are left out with a warning.
   *
   * @throws IllegalArgumentException if the bundle as a whole cannot be used
   */
  static TrustStore of(String pem) {
    if (pem.length() > LONGEST) {
      throw new IllegalArgumentException("it is longer than " + LONGEST + " bytes");
    }
    List<X509Certificate> usable = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    Matcher entries = ENTRY.matcher(pem);
    int count = 0;
    while (entries.find()) {
      count++;
      try {
        X509Certificate certificate = certificate(entries.group());
        Optional<String> flaw = CertificateRules.flaw(certificate);
        flaw.ifPresentOrElse(
            text -> warnings.add(certificate.getSubjectX500Principal() + ": " + text),
            () -> usable.add(certificate));
      } catch (CertificateException e) {
        warnings.add("entry " + count + " is no certificate: " + e.getMessage());
      }
    }
    if (count > MOST) {
      throw new IllegalArgumentException("it has more than " + MOST + " certificates");
    }
    warnings.addAll(sameSubjects(usable));
    TrustStore store = new TrustStore(usable, warnings);
    if (store.anchors.isEmpty()) {
      throw new IllegalArgumentException("it has no root certificate that can be used");
    }
    return store;
  }

  private static X509Certificate certificate(String pem) throws CertificateException {
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    byte[] bytes = pem.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(bytes));
  }

  /** Two certificates of one subject are told; of one subject and issuer they are refused. */
  private static List<String> sameSubjects(List<X509Certificate> certificates) {
    List<String> warnings = new ArrayList<>();
    Map<Object, X509Certificate> seen = new HashMap<>();
    for (X509Certificate each : certificates) {
      X509Certificate other = seen.putIfAbsent(each.getSubjectX500Principal(), each);
      if (other == null || other.equals(each)) {
        continue;
      }
      if (other.getIssuerX500Principal().equals(each.getIssuerX500Principal())) {
        throw new IllegalArgumentException(
            "two certificates have the subject and issuer " + each.getSubjectX500Principal());
      }
      warnings.add("several certificates have the subject " + each.getSubjectX500Principal());
    }
    return warnings;
  }

  private static boolean isRoot(X509Certificate certificate) {
    if (!certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
      return false;
    }
    try {
      certificate.verify(certificate.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** The certificates that can be used. */
  List<X509Certificate> certificates() {
    return certificates;
  }

  /** What cannot be used, or looks like a mistake. */
  List<String> warnings() {
    return warnings;
  }

  /**
   * Why a client is not admitted, empty if it is.
   *
   * @param chain what the client presented, its own certificate first
   */
  Optional<String> refusal(List<X509Certificate> chain, Instant now) {
    if (chain.isEmpty()) {
      return Optional.of("the client has presented no certificate");
    }
    for (X509Certificate each : chain) {
      Optional<String> flaw = CertificateRules.flaw(each);
      if (flaw.isPresent()) {
        return flaw;
      }
    }
    try {
      PKIXCertPathBuilderResult path = (PKIXCertPathBuilderResult) path(chain, now);
      int length = path.getCertPath().getCertificates().size() + 1;
      boolean leafIsRoot = path.getCertPath().getCertificates().isEmpty();
      return length > LONGEST_CHAIN && !leafIsRoot
          ? Optional.of("the chain has " + length + " certificates")
          : Optional.empty();
    } catch (CertPathBuilderException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has PKIX", e);
    }
  }

  private CertPathBuilderResult path(List<X509Certificate> chain, Instant now)
      throws NoSuchAlgorithmException,
          InvalidAlgorithmParameterException,
          CertPathBuilderException {
    X509CertSelector leaf = new X509CertSelector();
    leaf.setCertificate(chain.getFirst());
    PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, leaf);
    List<X509Certificate> known = new ArrayList<>(chain);
    known.addAll(certificates);
    parameters.addCertStore(
        CertStore.getInstance("Collection", new CollectionCertStoreParameters(known)));
    parameters.setRevocationEnabled(false);
    parameters.setDate(Date.from(now));
    return CertPathBuilder.getInstance("PKIX").build(parameters);
  }
}
