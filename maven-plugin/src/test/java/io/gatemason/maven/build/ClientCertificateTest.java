package io.gatemason.maven.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ClientCertificateTest {
  @TempDir private Path project;

  @Test
  void makesASelfSignedCertificateOf365DaysAndItsKey() throws Exception {
    assertTrue(ClientCertificate.write(project, "Orders"));

    X509Certificate certificate = certificate("certificates/Orders.crt");
    certificate.verify(certificate.getPublicKey());
    assertEquals("CN=Orders", certificate.getSubjectX500Principal().getName());
    assertEquals(
        Duration.ofDays(365),
        Duration.between(
            certificate.getNotBefore().toInstant(), certificate.getNotAfter().toInstant()));
    assertEquals("SHA256withRSA", certificate.getSigAlgName());
    assertEquals(2048, ((RSAPublicKey) certificate.getPublicKey()).getModulus().bitLength());
    assertTrue(belongTogether(key("certificates/Orders.key"), certificate));
    assertEquals("*.key\n", Files.readString(project.resolve("certificates/.gitignore")));
  }

  @Test
  void letsNobodyElseReadTheKey() throws Exception {
    ClientCertificate.write(project, "Orders");

    Path key = project.resolve("certificates/Orders.key");
    if (key.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Orders.crt", "Orders.key"})
  void keepsAFileThatIsThere(String name) throws Exception {
    Path folder = Files.createDirectory(project.resolve("certificates"));
    Path file = Files.writeString(folder.resolve(name), "mine");

    assertFalse(ClientCertificate.write(project, "Orders"));

    assertEquals("mine", Files.readString(file));
    try (var files = Files.list(folder)) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void writesNowhereElseWhateverItsIdIs() throws Exception {
    assertEquals("certificates/---a-CN-b", ClientCertificate.path("../a,CN=b"));
    assertTrue(ClientCertificate.write(project, "../a,CN=b"));
    assertEquals(
        "CN=---a-CN-b",
        certificate("certificates/---a-CN-b.crt").getSubjectX500Principal().getName());
  }

  private X509Certificate certificate(String name) throws Exception {
    try (InputStream in = Files.newInputStream(project.resolve(name))) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }

  private PrivateKey key(String name) throws Exception {
    String pem = Files.readString(project.resolve(name));
    assertTrue(pem.startsWith("-----BEGIN PRIVATE KEY-----\n"));
    byte[] content = Base64.getMimeDecoder().decode(pem.replaceAll("-----.*-----", ""));
    return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(content));
  }

  private static boolean belongTogether(PrivateKey key, X509Certificate certificate)
      throws Exception {
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(key);
    byte[] signed = signature.sign();
    signature.initVerify(certificate.getPublicKey());
    return signature.verify(signed);
  }
}
