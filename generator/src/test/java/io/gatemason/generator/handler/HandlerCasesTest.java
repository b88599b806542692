package io.gatemason.generator.handler;

import io.gatemason.generator.DiagnosticCases;
import io.gatemason.generator.GenerationRequest;
import io.gatemason.generator.Generator;
import io.gatemason.generator.TestHandlers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class HandlerCasesTest {

  @TestFactory
  Stream<DynamicTest> functions() throws IOException {
    return DiagnosticCases.of(
        "functions",
        (folder, parameters, diagnostics) -> {
          try {
            GenerationRequest request = GenerationRequest.of(folder, folder, "com.example.gateway");
            Generator.check(TestHandlers.beside(folder, request))
                .diagnostics()
                .forEach(diagnostics::add);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
