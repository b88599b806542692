package io.gatemason.runtime.observe;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
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
  private static final int MOST_BYTES = 3;
  private static final int TYPICAL_LENGTH = 1_024;

  private final CharsetEncoder encoder =
      StandardCharsets.UTF_8
          .newEncoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);
  private CharBuffer chars = CharBuffer.allocate(TYPICAL_LENGTH);
  private ByteBuffer bytes = ByteBuffer.allocate(TYPICAL_LENGTH * MOST_BYTES + 1);
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
    encode(line);
    int more = bytes.limit();
    OutputStream file = open();
    if (size > 0 && size + more > mostBytes) {
      rotate();
      file = open();
    }
    file.write(bytes.array(), 0, more);
    size += more;
  }

  /** Leaves the line and its end in {@link #bytes}; a log of many lines makes no garbage here. */
  private void encode(String line) {
    int length = line.length();
    if (length > chars.capacity()) {
      chars = CharBuffer.allocate(length);
      bytes = ByteBuffer.allocate(length * MOST_BYTES + 1);
    }
    line.getChars(0, length, chars.array(), 0);
    chars.clear().limit(length);
    encoder.reset().encode(chars, bytes.clear(), true);
    bytes.put((byte) '\n').flip();
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
