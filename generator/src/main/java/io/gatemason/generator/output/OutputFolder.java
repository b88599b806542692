package io.gatemason.generator.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The folder that generated files live in. A manifest lists the files that a run wrote, so that the
 * next run deletes what is stale and never a file of somebody else.
 */
public final class OutputFolder {
  /** The list of generated files, one path a line, sorted. */
  public static final String MANIFEST = "gatemason.manifest";

  private final Path folder;

  /**
   * What a run changed.
   *
   * @param written files that are new or have another text now
   * @param deleted files of an earlier run that are gone
   */
  public record Changes(List<Path> written, List<Path> deleted) {
    /** A run that left the folder alone. */
    public static final Changes NONE = new Changes(List.of(), List.of());
  }

  /** Names a folder, which need not exist. */
  public OutputFolder(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  /**
   * Makes the folder hold exactly these generated files: files with the same text keep their time
   * stamp, files of an earlier run that are not among them are deleted.
   *
   * @throws IOException if a file cannot be read, written or deleted
   */
  public Changes write(Collection<GeneratedFile> files) throws IOException {
    List<Path> written = new ArrayList<>();
    List<Path> deleted = new ArrayList<>();
    Set<String> stale = manifest();
    Set<String> paths = new TreeSet<>();
    files.forEach(file -> paths.add(file.path()));
    stale.removeAll(paths);
    // Before anything is written: where letter case is ignored, an old name may be a new one.
    for (String path : stale) {
      if (Files.deleteIfExists(inside(path))) {
        deleted.add(inside(path));
        deleteEmptyParents(inside(path));
      }
    }
    for (GeneratedFile file : files) {
      if (replace(inside(file.path()), file.text())) {
        written.add(inside(file.path()));
      }
    }
    replace(folder.resolve(MANIFEST), paths.stream().collect(Collectors.joining("\n", "", "\n")));
    return new Changes(written, deleted);
  }

  private Set<String> manifest() throws IOException {
    try {
      Set<String> paths = new TreeSet<>(Files.readAllLines(folder.resolve(MANIFEST)));
      paths.remove("");
      return paths;
    } catch (NoSuchFileException e) {
      return new TreeSet<>();
    }
  }

  private Path inside(String path) {
    Path file = folder.resolve(path).normalize();
    if (!file.startsWith(folder)) {
      throw new IllegalArgumentException("Not inside the output folder: " + path);
    }
    return file;
  }

  private static boolean replace(Path file, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (Files.isRegularFile(file)
        && Files.size(file) == bytes.length
        && java.util.Arrays.equals(Files.readAllBytes(file), bytes)) {
      return false;
    }
    Files.createDirectories(file.getParent());
    Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
    Files.write(temporary, bytes);
    Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    return true;
  }

  private void deleteEmptyParents(Path file) throws IOException {
    Path parent = file.getParent();
    while (parent != null && !parent.equals(folder) && parent.startsWith(folder)) {
      try (var entries = Files.list(parent)) {
        if (entries.findAny().isPresent()) {
          return;
        }
      }
      Files.delete(parent);
      parent = parent.getParent();
    }
  }
}
