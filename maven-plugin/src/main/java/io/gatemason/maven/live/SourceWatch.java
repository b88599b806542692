package io.gatemason.maven.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Notices changed files by looking at sizes and times, which works on every file system, in
 * containers and with editors that replace files. A change counts once two looks in a row see the
 * same, so that a half-written file is not compiled. Not thread-safe.
 */
final class SourceWatch {
  private final Set<Path> watched = new TreeSet<>();
  private Map<Path, String> handled;
  private Map<Path, String> last;

  SourceWatch(Collection<Path> filesAndFolders) {
    watched.addAll(filesAndFolders);
    handled = look(watched);
    last = new TreeMap<>(handled);
  }

  /** Watches more files, such as included ones; what they are like now is no change. */
  void add(Collection<Path> files) {
    Set<Path> added = new TreeSet<>(files);
    added.removeAll(watched);
    watched.addAll(added);
    Map<Path, String> stamps = look(added);
    stamps.forEach(handled::putIfAbsent);
    stamps.forEach(last::putIfAbsent);
  }

  /** Whether files have changed since this was last true, and have come to rest. */
  boolean changed() {
    Map<Path, String> now = look(watched);
    boolean atRest = now.equals(last);
    last = now;
    if (!atRest || now.equals(handled)) {
      return false;
    }
    handled = new TreeMap<>(now);
    return true;
  }

  private static Map<Path, String> look(Set<Path> paths) {
    Map<Path, String> stamps = new TreeMap<>();
    for (Path path : paths) {
      try {
        Files.walkFileTree(path, new Stamps(stamps));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return stamps;
  }

  private static final class Stamps extends SimpleFileVisitor<Path> {
    private final Map<Path, String> stamps;

    Stamps(Map<Path, String> stamps) {
      this.stamps = stamps;
    }

    /** Libraries of functions are many files, and none of them is a document. */
    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return folder.endsWith("node_modules")
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
