package io.gatemason.maven.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JavaCompilationTest {
  private static final Path JAVAC = Path.of(System.getProperty("java.home"), "bin", "javac");

  @TempDir private Path folder;

  @Test
  void compilesInFoldersWithSpacesAndQuotes() throws IOException {
    Path sources = Files.createDirectory(folder.resolve("a \"b\" c"));
    Files.writeString(sources.resolve("A.java"), "class A { String é = \"ü\"; }");

    assertEquals("", compile(sources));
    assertTrue(Files.exists(folder.resolve("classes/A.class")));
  }

  @Test
  void saysWhatTheCompilerSaid() throws IOException {
    Path sources = Files.createDirectory(folder.resolve("sources"));
    Files.writeString(sources.resolve("A.java"), "class A { int x = y; }");

    String said = compile(sources);

    assertTrue(said.contains("A.java:1"), said);
    assertTrue(said.contains("cannot find symbol"), said);
  }

  private String compile(Path sources) throws IOException {
    return new JavaCompilation(JAVAC, List.of(folder.resolve("no library.jar")), List.of())
        .compile(sources, folder.resolve("classes"), folder.resolve("work/javac.args"));
  }
}
