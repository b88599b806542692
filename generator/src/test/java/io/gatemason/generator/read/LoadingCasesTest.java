package io.gatemason.generator.read;

import io.gatemason.generator.DiagnosticCases;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class LoadingCasesTest {

  @TestFactory
  Stream<DynamicTest> source() throws IOException {
    return cases("source");
  }

  @TestFactory
  Stream<DynamicTest> substitution() throws IOException {
    return cases("substitution");
  }

  @TestFactory
  Stream<DynamicTest> files() throws IOException {
    return cases("files");
  }

  private static Stream<DynamicTest> cases(String area) throws IOException {
    return DiagnosticCases.of(
        area,
        (folder, parameters, diagnostics) ->
            new DocumentLoader(parameters, diagnostics).load(folder));
  }
}
