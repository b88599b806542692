package io.gatemason.maven.build;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The folders of functions that a new project takes with it: those below the folder of the
 * documents, without what is hidden, what links lead to, and what npm and Python make anew.
 */
final class FunctionCode {
  private static final int MOST_FILES = 2_000;
  private static final long MOST_BYTES = 50L * 1024 * 1024;
  private static final Set<String> MADE_ANEW = Set.of("node_modules", "__pycache__");

  private final Path source;
  private final Map<String, Path> files = new TreeMap<>();
  private boolean withoutModules;
  private long bytes;

  /**
   * Takes nothing yet.
   *
   * @param source the folder of the documents
   */
  FunctionCode(Path source) {
    this.source = source.toAbsolutePath().normalize();
  }

  /**
   * Takes a folder.
   *
   * @param directory the folder, as seen from that of the documents
   * @return why it is not taken; empty where it is
   * @throws IOException when it cannot be read
   */
  Optional<String> take(String directory) throws IOException {
    Path folder;
    try {
      folder = source.resolve(directory).normalize();
    } catch (InvalidPathException e) {
      return Optional.of("it is no folder");
    }
    if (folder.equals(source)) {
      return Optional.of("it lies among the documents");
    }
    if (!folder.startsWith(source)) {
      return Optional.of("it lies outside their folder");
    }
    if (!Files.isDirectory(folder) || !folder.toRealPath().startsWith(source.toRealPath())) {
      return Optional.of("it is no folder there");
    }
    Walk walk = new Walk();
    Files.walkFileTree(folder, walk);
    if (walk.isTooLarge()) {
      return Optional.of(
          "it is larger than %d files or %d MB".formatted(MOST_FILES, MOST_BYTES >> 20));
    }
    files.putAll(walk.found);
    bytes += walk.size;
    withoutModules |= walk.modules;
    return Optional.empty();
  }

  /** The files that were taken, by their names below the folder of the documents. */
  Map<String, Path> files() {
    return files;
  }

  /** Whether modules of npm were left behind. */
  boolean lacksModules() {
    return withoutModules;
  }

  /** Stops as soon as there is too much. */
  private final class Walk extends SimpleFileVisitor<Path> {
    private final Map<String, Path> found = new TreeMap<>();
    private boolean modules;
    private long size;

    boolean isTooLarge() {
      return files.size() + found.size() > MOST_FILES || bytes + size > MOST_BYTES;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      String name = folder.getFileName().toString();
      modules |= name.equals("node_modules");
      return name.startsWith(".") || MADE_ANEW.contains(name)
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String name = source.relativize(file).toString().replace('\\', '/');
      if (attributes.isRegularFile()
          && !file.getFileName().toString().startsWith(".")
          && !files.containsKey(name)) {
        found.put(name, file);
        size += attributes.size();
      }
      return isTooLarge() ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
    }
  }
}
