package io.gatemason.maven.build;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunnableJarTest {
  @TempDir private Path folder;

  @Test
  void writesManifestFirstAndTheRestInOrder() throws IOException {
    Path jar = folder.resolve("out/service.jar");
    jarOf(library("b.jar", Map.of("b/B.class", "b", "a/A.class", "a"))).write(jar, "x.Gateway");

    try (JarFile file = new JarFile(jar.toFile())) {
      assertEquals(
          List.of("META-INF/MANIFEST.MF", "a/A.class", "b/B.class"),
          file.stream().map(ZipEntry::getName).toList());
      assertEquals("x.Gateway", file.getManifest().getMainAttributes().getValue("Main-Class"));
    }
  }

  @Test
  void givesTheSameBytesTwice() throws IOException {
    Path library = library("a.jar", Map.of("META-INF/services/S", "one", "A.class", "a"));
    Path first = folder.resolve("1.jar");
    Path second = folder.resolve("2.jar");
    jarOf(library).write(first, "Gateway");
    jarOf(library).write(second, "Gateway");

    assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
  }

  @Test
  void mergesServiceFilesAndKeepsEachLineOnce() throws IOException {
    Map<String, String> content =
        contentOf(
            library("a.jar", Map.of("META-INF/services/S", "# c\none")),
            library("b.jar", Map.of("META-INF/services/S", "two\r\none\n")));

    assertEquals("# c\none\ntwo\n", content.get("META-INF/services/S"));
  }

  @Test
  void mergesTheListsThatHelidonReads() throws IOException {
    Map<String, String> content =
        contentOf(
            library("a.jar", Map.of("META-INF/helidon/manifest", "#HELIDON MANIFEST#\na\n")),
            library("b.jar", Map.of("META-INF/helidon/manifest", "#HELIDON MANIFEST#\nb\n")));

    assertEquals("#HELIDON MANIFEST#\na\nb\n", content.get("META-INF/helidon/manifest"));
  }

  @Test
  void dropsSignaturesModulesAndIndexes() throws IOException {
    Map<String, String> content =
        contentOf(
            library(
                "a.jar",
                Map.of(
                    "META-INF/A.SF", "",
                    "META-INF/a.rsa", "",
                    "META-INF/INDEX.LIST", "",
                    "module-info.class", "",
                    "META-INF/versions/9/module-info.class", "",
                    "META-INF/versions/9/A.class", "a")));

    assertEquals(Map.of("META-INF/versions/9/A.class", "a"), content);
  }

  @Test
  void keepsTheLicenceOfEveryLibrary() throws IOException {
    Map<String, String> content =
        contentOf(
            library("a-1.jar", Map.of("META-INF/LICENSE", "la", "META-INF/NOTICE.txt", "na")),
            library("b-2.jar", Map.of("LICENSE.md", "lb")));

    assertEquals(
        Map.of(
            "META-INF/licenses/a-1/LICENSE", "la",
            "META-INF/licenses/a-1/NOTICE.txt", "na",
            "META-INF/licenses/b-2/LICENSE.md", "lb"),
        content);
  }

  @Test
  void letsTheFirstOfTwoFilesWin() throws IOException {
    Path own = Files.createDirectories(folder.resolve("classes/p"));
    Files.writeString(own.resolve("application.yaml"), "own");
    Path library = library("a.jar", Map.of("p/application.yaml", "library"));

    assertEquals(
        Map.of("p/application.yaml", "own"), contentOf(folder.resolve("classes"), library));
  }

  @Test
  void isMultiReleaseWhenALibraryIs() throws IOException {
    Path jar = folder.resolve("out.jar");
    Path library =
        library(
            "m.jar",
            Map.of("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nMulti-Release: true\n\n"));
    jarOf(library).write(jar, "Gateway");

    try (JarFile file = new JarFile(jar.toFile())) {
      assertTrue(file.isMultiRelease());
    }
  }

  @Test
  void knowsItsClasses() throws IOException {
    RunnableJar jar = jarOf(library("a.jar", Map.of("x/Gateway.class", "")));

    assertTrue(jar.hasClass("x.Gateway"));
    assertFalse(jar.hasClass("y.Gateway"));
  }

  @Test
  void namesTheLibraryThatCannotBeRead() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.jar"), "no zip");

    IOException failure = assertThrows(IOException.class, () -> jarOf(broken));

    assertTrue(failure.getMessage().contains("broken.jar"), failure.getMessage());
  }

  private RunnableJar jarOf(Path... parts) throws IOException {
    return new RunnableJar().addAll(List.of(parts));
  }

  /** Without the manifest. */
  private Map<String, String> contentOf(Path... parts) throws IOException {
    Path jar = folder.resolve("content.jar");
    jarOf(parts).write(jar, "Gateway");
    Map<String, String> content = new TreeMap<>();
    try (JarFile file = new JarFile(jar.toFile())) {
      for (ZipEntry entry : file.stream().toList()) {
        try (InputStream in = file.getInputStream(entry)) {
          content.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    }
    content.remove("META-INF/MANIFEST.MF");
    return content;
  }

  private Path library(String name, Map<String, String> files) throws IOException {
    Path jar = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return jar;
  }
}
