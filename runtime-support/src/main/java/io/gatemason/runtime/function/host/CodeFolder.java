package io.gatemason.runtime.function.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The files of a function's code. */
final class CodeFolder {
  /** Written by tools and runtimes, not by those who write the function; often very many files. */
  private static final Set<String> DERIVED = Set.of("node_modules", "__pycache__", "target");

  private CodeFolder() {}

  /** Size and time of each file; those of hidden folders and of what tools make are left out. */
  static Map<Path, String> look(Path folder) {
    Map<Path, String> stamps = new TreeMap<>();
    try {
      Files.walkFileTree(folder, new Stamps(folder, stamps));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return stamps;
  }

  private static final class Stamps extends SimpleFileVisitor<Path> {
    private final Path root;
    private final Map<Path, String> stamps;

    Stamps(Path root, Map<Path, String> stamps) {
      this.root = root;
      this.stamps = stamps;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      String name = String.valueOf(folder.getFileName());
      boolean skipped = name.startsWith(".") || DERIVED.contains(name);
      return skipped && !folder.equals(root)
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      stamps.put(file, attributes.size() + " " + attributes.lastModifiedTime());
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      // A file that is gone is a change like any other: it has no stamp.
      return FileVisitResult.CONTINUE;
    }
  }
}
