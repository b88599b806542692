package io.gatemason.generator.read.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder as it is. */
public final class DiskFolder implements FolderContent {
  private final Path root;

  /**
   * Opens a folder.
   *
   * @throws IOException if it does not exist
   */
  public DiskFolder(Path root) throws IOException {
    this.root = root.toRealPath();
  }

  @Override
  public Path root() {
    return root;
  }

  @Override
  public String mark() {
    return "";
  }

  @Override
  public boolean isFile(Path file) {
    return Files.isRegularFile(file);
  }

  @Override
  public Path real(Path file) throws IOException {
    return file.toRealPath();
  }

  @Override
  public Optional<byte[]> bytes(Path file, long most) throws IOException {
    return Files.size(file) > most ? Optional.empty() : Optional.of(Files.readAllBytes(file));
  }

  @Override
  public Optional<List<String>> names(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return Optional.of(
          files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()).toList());
    }
  }

  @Override
  public List<Path> files(int deepest) throws IOException {
    try (Stream<Path> files = Files.walk(root, deepest)) {
      return files
          .filter(file -> Files.isRegularFile(file) && !Files.isSymbolicLink(file))
          .sorted()
          .toList();
    }
  }
}
