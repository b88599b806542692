package io.gatemason.maven.build;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a service and all its libraries as one jar that {@code java -jar} starts. The same files
 * give the same bytes: entries are ordered by name and bear one fixed time.
 */
public final class RunnableJar {
  /** The earliest time of every zip tool; zip times have no zone. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private final JarContent content = new JarContent();

  /**
   * Adds a folder of classes and resources, or a library. Where two have a file of the same name,
   * the one added first wins, as on a class path; service files are merged.
   *
   * @throws IOException when it cannot be read
   */
  public RunnableJar add(Path folderOrJar) throws IOException {
    if (Files.isDirectory(folderOrJar)) {
      content.addFolder(folderOrJar);
    } else {
      content.addLibrary(folderOrJar);
    }
    return this;
  }

  /** Adds every one of a class path, in its order; entries that do not exist are passed over. */
  public RunnableJar addAll(List<Path> classPath) throws IOException {
    for (Path entry : classPath) {
      if (Files.exists(entry)) {
        add(entry);
      }
    }
    return this;
  }

  /** Whether a class is among what was added. */
  public boolean hasClass(String name) {
    return content.files().containsKey(name.replace('.', '/') + ".class");
  }

  /**
   * Writes the runnable jar in place of the file that may be there.
   *
   * @param jar the file
   * @param mainClass the class whose {@code main} starts the service
   * @return its size in bytes
   */
  public long write(Path jar, String mainClass) throws IOException {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.put(Attributes.Name.MAIN_CLASS, mainClass);
    if (content.multiRelease()) {
      main.put(Attributes.Name.MULTI_RELEASE, "true");
    }
    return write(jar, manifest);
  }

  /** Writes what was added as a plain jar, such as one of sources. */
  public long writePlain(Path jar) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    return write(jar, manifest);
  }

  private long write(Path jar, Manifest manifest) throws IOException {
    Path folder = jar.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path partial = Files.createTempFile(folder, jar.getFileName().toString(), ".part");
    try {
      try (OutputStream file = Files.newOutputStream(partial);
          ZipOutputStream out = new ZipOutputStream(file)) {
        out.setLevel(Deflater.BEST_COMPRESSION);
        out.putNextEntry(entry("META-INF/MANIFEST.MF"));
        manifest.write(out);
        for (Map.Entry<String, byte[]> each : content.files().entrySet()) {
          out.putNextEntry(entry(each.getKey()));
          out.write(each.getValue());
        }
      }
      makeReadable(partial);
      Files.move(partial, jar, StandardCopyOption.REPLACE_EXISTING);
      return Files.size(jar);
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  /** Temporary files are private to their owner; a jar is not. */
  private static void makeReadable(Path file) {
    if (!file.toFile().setReadable(true, false)) {
      throw new IllegalStateException("cannot make " + file + " readable");
    }
  }

  private static ZipEntry entry(String name) {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(TIME);
    return entry;
  }
}
