package io.gatemason.generator.handler;

import io.gatemason.generator.DiagnosticCases;
import io.gatemason.generator.GenerationRequest;
import io.gatemason.generator.Generator;
import io.gatemason.generator.TestHandlers;
import io.gatemason.generator.read.document.ReadOptions;
import io.gatemason.generator.read.document.ReadOptions.BasePath;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class HandlerCasesTest {

  /** Those of a file beside the documents, if there is one. */
  private static Map<String, String> principals(Path folder) throws IOException {
    Path file = folder.resolve("principals.properties");
    Properties properties = new Properties();
    if (Files.exists(file)) {
      try (Reader in = Files.newBufferedReader(file)) {
        properties.load(in);
      }
    }
    Map<String, String> principals = new HashMap<>();
    properties.stringPropertyNames().forEach(n -> principals.put(n, properties.getProperty(n)));
    return principals;
  }

  @TestFactory
  Stream<DynamicTest> functions() throws IOException {
    return DiagnosticCases.of(
        "functions",
        (folder, parameters, diagnostics) -> {
          try {
            GenerationRequest request =
                GenerationRequest.of(folder, folder, "com.example.gateway")
                    .with(
                        new ReadOptions(
                            Optional.empty(),
                            BasePath.IGNORE,
                            Optional.empty(),
                            principals(folder)));
            Generator.check(TestHandlers.beside(folder, request))
                .diagnostics()
                .forEach(diagnostics::add);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
