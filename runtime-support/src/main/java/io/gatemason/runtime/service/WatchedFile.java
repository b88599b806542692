package io.gatemason.runtime.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * A file that is looked at every now and then. It counts as changed when two looks that follow each
 * other see the same: until then somebody may be writing it. Not safe for concurrent use.
 */
public final class WatchedFile {
  private static final System.Logger LOG = System.getLogger(WatchedFile.class.getName());

  private final Path path;
  private Stamp known;
  private Stamp last;

  /** What a look found. */
  public enum News {
    /** Nothing that was not known, or a file that is being written. */
    NONE,
    /** Another file, or other content. */
    CHANGED,
    /** No file, or an empty one: more likely a mishap than what somebody wants to say. */
    GONE
  }

  /**
   * By what a state of a file is told from others.
   *
   * @param modified when it was written
   * @param bytes its length, -1 without a file
   * @param key what the file system tells files apart by, null where it does not
   */
  public record Stamp(FileTime modified, long bytes, @Nullable Object key) {
    private static final Stamp ABSENT = new Stamp(FileTime.fromMillis(0), -1, null);

    /** The state of the file at {@code path} now; to be taken before the file is read. */
    public static Stamp of(Path path) {
      try {
        BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
        return new Stamp(now.lastModifiedTime(), now.size(), now.fileKey());
      } catch (IOException e) {
        LOG.log(System.Logger.Level.DEBUG, "there is no file now", e);
        return ABSENT;
      }
    }
  }

  /** Watches a file that was read when it was in the state {@code known}. */
  public WatchedFile(Path path, Stamp known) {
    this.path = path;
    this.known = known;
    this.last = known;
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  /** Looks at the file; whatever is new is told once. */
  public News look() {
    Stamp now = Stamp.of(path);
    boolean still = now.equals(last);
    last = now;
    if (!still || now.equals(known)) {
      return News.NONE;
    }
    known = now;
    return now.bytes > 0 ? News.CHANGED : News.GONE;
  }
}
