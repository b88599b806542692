package io.gatemason.generator.read.content;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The files of a folder, as they are or as they once were. Paths are absolute and below the folder.
 */
public interface FolderContent {

  /** The folder, without links on the way to it. */
  Path root();

  /** What is shown behind the names of its files; empty text for files as they are. */
  String mark();

  /** Whether there is such a file. */
  boolean isFile(Path file) throws IOException;

  /** The file itself, where the path leads over links. */
  Path real(Path file) throws IOException;

  /**
   * The bytes of a file; empty where it has more than {@code most}.
   *
   * @throws IOException if it cannot be read
   */
  Optional<byte[]> bytes(Path file, long most) throws IOException;

  /** The names of the files in a folder; empty where there is no such folder. */
  Optional<List<String>> names(Path folder) throws IOException;

  /** The files at any depth up to {@code deepest}, without links, sorted. */
  List<Path> files(int deepest) throws IOException;
}
