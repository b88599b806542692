package io.gatemason.runtime.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The generator's golden files compile against this module without a warning. */
class GoldenCompileTest {
  private static final Path GOLDEN = Path.of("../generator/src/test/resources/golden");

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> goldenFilesCompileWithoutWarnings() throws IOException {
    try (Stream<Path> cases = Files.list(GOLDEN)) {
      List<Path> sorted = cases.filter(Files::isDirectory).sorted().toList();
      return sorted.stream()
          .map(each -> DynamicTest.dynamicTest(each.getFileName().toString(), () -> compile(each)));
    }
  }

  private void compile(Path golden) throws IOException {
    Path classes = folder.resolve(golden.getFileName());
    assertEquals(
        List.of(),
        JavaCompilation.compile(golden.resolve("expected"), golden.resolve("java"), classes));
  }
}
