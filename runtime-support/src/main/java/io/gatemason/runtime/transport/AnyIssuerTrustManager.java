package io.gatemason.runtime.transport;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Set;
import javax.net.ssl.X509TrustManager;

/**
 * Trusts whoever signed a backend's certificate, and nothing else (tlsConfig
 * insecureSkipVerification, docs/behaviour/import.md#integrations): the chain has to end in a
 * certificate authority that may sign certificates, every link has to be signed by the next and be
 * within its dates. The host name is checked elsewhere.
 */
final class AnyIssuerTrustManager implements X509TrustManager {
  private static final int KEY_CERT_SIGN = 5;

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    if (chain.length == 0) {
      throw new CertificateException("no certificate");
    }
    X509Certificate root = chain[chain.length - 1];
    root.checkValidity();
    requireAuthority(root);
    if (chain.length > 1) {
      requireSignedBy(root, chain);
    }
  }

  private static void requireAuthority(X509Certificate root) throws CertificateException {
    boolean[] usage = root.getKeyUsage();
    if (root.getBasicConstraints() < 0 || (usage != null && !usage[KEY_CERT_SIGN])) {
      throw new CertificateException(
          "the chain does not end in a certificate authority: " + root.getSubjectX500Principal());
    }
  }

  private static void requireSignedBy(X509Certificate root, X509Certificate[] chain)
      throws CertificateException {
    try {
      PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
      parameters.setRevocationEnabled(false);
      CertPathValidator.getInstance("PKIX")
          .validate(
              CertificateFactory.getInstance("X.509")
                  .generateCertPath(Arrays.asList(chain).subList(0, chain.length - 1)),
              parameters);
    } catch (GeneralSecurityException e) {
      throw new CertificateException(e.getMessage(), e);
    }
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw new CertificateException("only backends are checked here");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
