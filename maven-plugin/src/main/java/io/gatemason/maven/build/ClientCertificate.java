package io.gatemason.maven.build;

import io.gatemason.maven.settings.Jdk;
import io.gatemason.maven.settings.SettingsException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * Makes the certificate that a stage shows to its backends, in place of the one that the managed
 * service would make: self-signed, RSA of 2048 bits, 365 days. The JDK's own {@code keytool} makes
 * it ({@code docs/security.md#client-certificates}).
 */
public final class ClientCertificate {
  private static final String ALIAS = "client";

  private ClientCertificate() {}

  /**
   * Where its files lie below a project, without their endings: {@code .crt} the certificate and
   * {@code .key} its key, both PEM.
   *
   * @param id the certificate's id in its template
   */
  public static String path(String id) {
    return "certificates/" + id.replaceAll("[^A-Za-z0-9_-]", "-");
  }

  /**
   * Writes the two files; the key may be read by its owner alone where the file system knows that.
   *
   * @param project the project's folder
   * @return whether they were made; not if one of them is there, which then stays
   * @throws SettingsException if {@code keytool} makes none
   * @throws IOException if they cannot be written
   */
  public static boolean write(Path project, String id) throws IOException {
    Path certificate = project.resolve(path(id) + ".crt");
    Path key = project.resolve(path(id) + ".key");
    if (Files.exists(certificate) || Files.exists(key)) {
      return false;
    }
    Files.createDirectories(certificate.getParent());
    keepKeysOutOfGit(certificate.resolveSibling(".gitignore"));
    // The store is in a folder that nobody else may enter, and for a moment only.
    Path folder = Files.createTempDirectory("gatemason");
    Path store = folder.resolve("client.p12");
    String password = UUID.randomUUID().toString();
    try {
      make(store, password, certificate.getFileName().toString().replace(".crt", ""));
      KeyStore keys = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(store)) {
        keys.load(in, password.toCharArray());
      }
      byte[] secret = keys.getKey(ALIAS, password.toCharArray()).getEncoded();
      writeKey(key, pem("PRIVATE KEY", secret));
      Files.writeString(certificate, pem("CERTIFICATE", keys.getCertificate(ALIAS).getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new SettingsException("keytool has made a store that cannot be read: " + e, e);
    } finally {
      Files.deleteIfExists(store);
      Files.delete(folder);
    }
    return true;
  }

  /** In the folder itself: a project's own file may have been there before. */
  private static void keepKeysOutOfGit(Path file) throws IOException {
    if (!Files.exists(file)) {
      Files.writeString(file, "*.key\n");
    }
  }

  private static void make(Path store, String password, String name) throws IOException {
    List<String> command =
        List.of(
            new Jdk(Path.of(System.getProperty("java.home"))).keytool().toString(),
            "-genkeypair",
            "-alias",
            ALIAS,
            "-keyalg",
            "RSA",
            "-keysize",
            "2048",
            "-sigalg",
            "SHA256withRSA",
            "-validity",
            "365",
            "-dname",
            "CN=" + name,
            "-storetype",
            "PKCS12",
            "-keystore",
            store.toString(),
            "-storepass:env",
            "STORE_PASSWORD");
    ProcessBuilder keytool = new ProcessBuilder(command).redirectErrorStream(true);
    keytool.environment().put("STORE_PASSWORD", password);
    Process process = keytool.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new SettingsException(command.get(0) + " makes no certificate: " + said.strip());
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new SettingsException("The build was interrupted while it made a certificate.", e);
    }
  }

  private static void writeKey(Path file, String text) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(file, text);
  }

  private static String pem(String type, byte[] content) {
    String lines =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(content);
    return "-----BEGIN " + type + "-----\n" + lines + "\n-----END " + type + "-----\n";
  }
}
