package io.gatemason.runtime.observe;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A file that is appended to. When it would grow beyond its size it becomes {@code <name>.1}, the
 * older ones move on, and the oldest goes.
 */
final class FileTarget implements LogTarget {
  private final Path path;
  private final long mostBytes;
  private final int files;
  private @Nullable OutputStream out;
  private long size;

  /**
   * A file, which is made with its folders when the first line is written.
   *
   * @param mostBytes its size at most, unless a single line is longer
   * @param files how many files are kept, this one included
   */
  FileTarget(Path path, long mostBytes, int files) {
    this.path = path.toAbsolutePath();
    this.mostBytes = mostBytes;
    this.files = files;
  }

  @Override
  public void write(String line) throws IOException {
    byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
    OutputStream file = open();
    if (size > 0 && size + bytes.length > mostBytes) {
      rotate();
      file = open();
    }
    file.write(bytes);
    size += bytes.length;
  }

  @Override
  public void flush() throws IOException {
    if (out != null) {
      out.flush();
    }
  }

  @Override
  public void close() throws IOException {
    OutputStream file = out;
    out = null;
    if (file != null) {
      file.close();
    }
  }

  private OutputStream open() throws IOException {
    OutputStream file = out;
    if (file == null) {
      Path folder = path.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      file =
          new BufferedOutputStream(
              Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
      size = Files.size(path);
      out = file;
    }
    return file;
  }

  private void rotate() throws IOException {
    close();
    for (int i = files - 1; i > 0; i--) {
      Path from = i == 1 ? path : numbered(i - 1);
      if (Files.exists(from)) {
        Files.move(from, numbered(i), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Files.deleteIfExists(path);
  }

  private Path numbered(int number) {
    return path.resolveSibling(path.getFileName() + "." + number);
  }
}
