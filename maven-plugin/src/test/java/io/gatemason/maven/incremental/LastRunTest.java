package io.gatemason.maven.incremental;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LastRunTest {
  @TempDir private Path folder;
  private Path source;
  private Path output;

  @BeforeEach
  void writeFiles() throws IOException {
    source = Files.createDirectory(folder.resolve("gateway"));
    output = Files.createDirectories(folder.resolve("generated/a"));
    Files.writeString(source.resolve("pets.yaml"), "openapi: 3.0.1");
    Files.writeString(output.resolve("Pets.java"), "class Pets {}");
  }

  @Test
  void isUnchangedWhenNothingChanged() throws IOException {
    save();

    assertEquals(Optional.of("1 document"), lastRun("s").unchanged());
  }

  @Test
  void isUnknownBeforeTheFirstRunAndAfterForgetting() throws IOException {
    assertEquals(Optional.empty(), lastRun("s").unchanged());
    save();
    lastRun("s").forget();
    assertEquals(Optional.empty(), lastRun("s").unchanged());
  }

  @Test
  void noticesOtherSettings() throws IOException {
    save();

    assertEquals(Optional.empty(), lastRun("t").unchanged());
  }

  @Test
  void noticesAChangedDocumentOfTheSameLength() throws IOException {
    save();
    Files.writeString(source.resolve("pets.yaml"), "openapi: 3.0.2");

    assertEquals(Optional.empty(), lastRun("s").unchanged());
  }

  @Test
  void noticesANewDocument() throws IOException {
    save();
    Files.writeString(source.resolve("orders.yaml"), "");

    assertEquals(Optional.empty(), lastRun("s").unchanged());
  }

  @Test
  void codeAndLibrariesOfFunctionsBesideDocumentsHaveNoInfluence() throws IOException {
    save();
    Path libraries = Files.createDirectories(source.resolve("orders/node_modules/left-pad"));
    Files.writeString(libraries.resolve("package.json"), "{}");
    Files.writeString(source.resolve("orders/app.js"), "exports.handler = null");

    assertEquals(Optional.of("1 document"), lastRun("s").unchanged());
  }

  @Test
  void noticesARemovedGeneratedFile() throws IOException {
    save();
    Files.delete(output.resolve("Pets.java"));

    assertEquals(Optional.empty(), lastRun("s").unchanged());
  }

  @Test
  void noticesAnEditedGeneratedFile() throws IOException {
    save();
    Files.writeString(output.resolve("Pets.java"), "class Pets { }");

    assertEquals(Optional.empty(), lastRun("s").unchanged());
  }

  @Test
  void noticesAnIncludedFileThatChanged() throws IOException {
    Path document = source.resolve("pets.yaml");
    Path included = Files.writeString(source.resolve("pet.yaml"), "type: object");
    LastRun lastRun = new LastRun(folder.resolve("state"), document, output, "s");
    lastRun.save(List.of(document, included), "1 document");
    assertEquals(Optional.of("1 document"), lastRun.unchanged());

    Files.writeString(included, "type: string");

    assertEquals(Optional.empty(), lastRun.unchanged());
  }

  @Test
  void noticesATemplateThatAppearsBesideADocument() throws IOException {
    Path document = source.resolve("pets.yaml");
    LastRun lastRun = new LastRun(folder.resolve("state"), document, output, "s");
    lastRun.save(List.of(document), "1 document");

    Files.writeString(source.resolve("template.yaml"), "Resources: {}");

    assertEquals(Optional.empty(), lastRun.unchanged());
  }

  @Test
  void takesAStateFileOfAnythingElseForNoRun() throws IOException {
    Files.writeString(folder.resolve("state"), "\\u00zz");

    assertEquals(Optional.empty(), lastRun("s").unchanged());
  }

  private void save() throws IOException {
    lastRun("s").save(List.of(source.resolve("pets.yaml")), "1 document");
  }

  private LastRun lastRun(String settings) {
    return new LastRun(folder.resolve("state"), source, output, settings);
  }
}
