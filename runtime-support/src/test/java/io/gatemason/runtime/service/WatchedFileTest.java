package io.gatemason.runtime.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatemason.runtime.service.WatchedFile.News;
import io.gatemason.runtime.service.WatchedFile.Stamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedFileTest {
  @TempDir Path folder;

  @Test
  void aFileThatIsBeingWrittenHasNotChangedYet() throws IOException {
    WatchedFile file = watched("one");
    assertEquals(News.NONE, file.look());
    write("half");
    assertEquals(News.NONE, file.look());
    write("half and half");
    assertEquals(News.NONE, file.look());
    assertEquals(News.CHANGED, file.look());
    assertEquals(News.NONE, file.look());
  }

  @Test
  void whatIsGoneOrEmptyIsToldOnceAndIsBackWhenItIs() throws IOException {
    WatchedFile file = watched("one");
    Files.delete(path());
    assertEquals(News.NONE, file.look());
    assertEquals(News.GONE, file.look());
    assertEquals(News.NONE, file.look());
    write("");
    assertEquals(News.NONE, file.look());
    assertEquals(News.GONE, file.look());
    write("two");
    assertEquals(News.NONE, file.look());
    assertEquals(News.CHANGED, file.look());
  }

  @Test
  void aFileThatIsReplacedBetweenTwoLooksHasNotGone() throws IOException {
    WatchedFile file = watched("one");
    Files.delete(path());
    assertEquals(News.NONE, file.look());
    write("two");
    assertEquals(News.NONE, file.look());
    assertEquals(News.CHANGED, file.look());
  }

  @Test
  void aChangeBeforeTheFirstLookIsSeen() throws IOException {
    WatchedFile file = watched("before");
    write("after it was read");
    assertEquals(News.NONE, file.look());
    assertEquals(News.CHANGED, file.look());
  }

  @Test
  void aFileMayComeLater() throws IOException {
    WatchedFile file = new WatchedFile(path(), Stamp.of(path()));
    assertEquals(News.NONE, file.look());
    write("one");
    assertEquals(News.NONE, file.look());
    assertEquals(News.CHANGED, file.look());
  }

  private WatchedFile watched(String text) throws IOException {
    write(text);
    return new WatchedFile(path(), Stamp.of(path()));
  }

  private void write(String text) throws IOException {
    Files.writeString(path(), text);
  }

  private Path path() {
    return folder.resolve("watched");
  }
}
