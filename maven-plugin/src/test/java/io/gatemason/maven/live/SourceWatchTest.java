package io.gatemason.maven.live;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SourceWatchTest {
  @TempDir private Path folder;

  @Test
  void seesNothingWhereNothingHappens() throws IOException {
    Files.writeString(folder.resolve("a.yaml"), "a");
    SourceWatch watch = new SourceWatch(List.of(folder));

    assertFalse(watch.changed());
    assertFalse(watch.changed());
  }

  @Test
  void seesAChangeOnceAndOnlyWhenItHasComeToRest() throws IOException {
    Path file = Files.writeString(folder.resolve("a.yaml"), "a");
    SourceWatch watch = new SourceWatch(List.of(folder));

    Files.writeString(file, "ab");
    assertFalse(watch.changed());
    Files.writeString(file, "abc");
    assertFalse(watch.changed());
    assertTrue(watch.changed());
    assertFalse(watch.changed());
  }

  @Test
  void seesNewAndRemovedFilesAlsoInFolders() throws IOException {
    SourceWatch watch = new SourceWatch(List.of(folder));

    Path file = Files.writeString(Files.createDirectory(folder.resolve("b")).resolve("x"), "");
    assertFalse(watch.changed());
    assertTrue(watch.changed());
    Files.delete(file);
    assertFalse(watch.changed());
    assertTrue(watch.changed());
  }

  @Test
  void leavesLibrariesOfFunctionsOut() throws IOException {
    SourceWatch watch = new SourceWatch(List.of(folder));

    Path libraries = Files.createDirectories(folder.resolve("orders/node_modules/left-pad"));
    Files.writeString(libraries.resolve("index.js"), "");
    assertFalse(watch.changed());
    assertFalse(watch.changed());
  }

  @Test
  void watchesAFileThatIsNotThereYet() throws IOException {
    Path file = folder.resolve("later.yaml");
    SourceWatch watch = new SourceWatch(List.of(file));

    Files.writeString(file, "now");
    assertFalse(watch.changed());
    assertTrue(watch.changed());
  }

  @Test
  void losesNoChangeWhenFilesAreAdded() throws IOException {
    Path document = Files.writeString(folder.resolve("a.yaml"), "a");
    Path included = Files.writeString(folder.resolve("b.yaml"), "b");
    SourceWatch watch = new SourceWatch(List.of(document));

    Files.writeString(document, "changed while building");
    watch.add(List.of(document, included));
    assertFalse(watch.changed());
    assertTrue(watch.changed());
    Files.writeString(included, "changed");
    assertFalse(watch.changed());
    assertTrue(watch.changed());
  }
}
