package io.gatemason.maven.build;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of a single jar, and what becomes of those that several libraries have. */
final class JarContent {
  /** Lists of names, one per line: Java's services and what Helidon finds its services by. */
  private static final Pattern LINES =
      Pattern.compile("META-INF/(services/[^/]+|helidon/manifest|helidon/service\\.loader)");

  /** They would be wrong (signatures, module, index) or are read by build tools only. */
  private static final Pattern DROPPED =
      Pattern.compile(
          "META-INF/[^/]+\\.(SF|RSA|DSA|EC)|META-INF/SIG-[^/]*|META-INF/(MANIFEST\\.MF|INDEX\\.LIST)"
              + "|META-INF/helidon/config-metadata\\.json"
              + "|(META-INF/versions/\\d+/)?module-info\\.class",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern LICENCE =
      Pattern.compile(
          "(META-INF/)?(LICEN[CS]E|NOTICE|DEPENDENCIES|COPYING|COPYRIGHT)[^/]*",
          Pattern.CASE_INSENSITIVE);

  private final Map<String, byte[]> files = new TreeMap<>();
  private final Map<String, Set<String>> lines = new TreeMap<>();
  private boolean multiRelease;

  void addFolder(Path folder) throws IOException {
    List<Path> found;
    try (Stream<Path> walk = Files.walk(folder)) {
      found = walk.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : found) {
      String name =
          folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
      put(name, name, Files.readAllBytes(file));
    }
  }

  void addLibrary(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile(), false)) {
      multiRelease |= file.isMultiRelease();
      String library = jar.getFileName().toString().replaceFirst("\\.jar$", "");
      for (Enumeration<JarEntry> all = file.entries(); all.hasMoreElements(); ) {
        JarEntry entry = all.nextElement();
        if (!entry.isDirectory()) {
          try (InputStream in = file.getInputStream(entry)) {
            put(entry.getName(), nameOf(entry.getName(), library), in.readAllBytes());
          }
        }
      }
    } catch (java.util.zip.ZipException e) {
      throw new IOException("cannot read the library " + jar + ": " + e.getMessage(), e);
    }
  }

  /** Every file by name; ordered. */
  Map<String, byte[]> files() {
    Map<String, byte[]> all = new TreeMap<>(files);
    lines.forEach(
        (name, each) ->
            all.put(name, (String.join("\n", each) + "\n").getBytes(StandardCharsets.UTF_8)));
    return all;
  }

  /** Whether a library has classes for later Java versions. */
  boolean multiRelease() {
    return multiRelease;
  }

  private void put(String original, String name, byte[] content) {
    if (DROPPED.matcher(original).matches()) {
      return;
    }
    if (LINES.matcher(original).matches()) {
      Set<String> merged = lines.computeIfAbsent(name, key -> new LinkedHashSet<>());
      new String(content, StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .forEach(merged::add);
    } else {
      files.putIfAbsent(name, content);
    }
  }

  /** Licences are kept, each under the name of its library. */
  private static String nameOf(String name, String library) {
    if (!LICENCE.matcher(name).matches() || name.toLowerCase(Locale.ROOT).endsWith(".class")) {
      return name;
    }
    return "META-INF/licenses/" + library + "/" + name.substring(name.lastIndexOf('/') + 1);
  }
}
