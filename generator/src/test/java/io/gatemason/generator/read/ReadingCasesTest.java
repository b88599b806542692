package io.gatemason.generator.read;

import io.gatemason.generator.DiagnosticCases;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.read.document.ReadOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Documents that are loaded, read and checked, with every diagnostic they give. */
class ReadingCasesTest {

  @TestFactory
  Stream<DynamicTest> reading() throws IOException {
    return DiagnosticCases.of("read", ReadingCasesTest::run);
  }

  @TestFactory
  Stream<DynamicTest> checking() throws IOException {
    return DiagnosticCases.of("check", ReadingCasesTest::run);
  }

  /** The parameter {@code gatemason.stage} stands for the option of that name. */
  private static void run(Path folder, Map<String, String> parameters, Diagnostics diagnostics) {
    Optional<String> stage = Optional.ofNullable(parameters.get("gatemason.stage"));
    Documents.read(
        folder.resolve("openapi.yaml"),
        new ReadOptions(stage, ReadOptions.BasePath.IGNORE),
        diagnostics);
  }
}
