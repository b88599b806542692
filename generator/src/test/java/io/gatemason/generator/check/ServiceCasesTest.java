package io.gatemason.generator.check;

import io.gatemason.generator.DiagnosticCases;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.Api;
import io.gatemason.generator.read.DocumentLoader;
import io.gatemason.generator.read.Readers;
import io.gatemason.generator.read.SourceSet;
import io.gatemason.generator.read.document.ReadOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ServiceCasesTest {

  @TestFactory
  Stream<DynamicTest> limits() throws IOException {
    return DiagnosticCases.of("limits", ServiceCasesTest::run);
  }

  @TestFactory
  Stream<DynamicTest> domains() throws IOException {
    return DiagnosticCases.of("domains", ServiceCasesTest::run);
  }

  @TestFactory
  Stream<DynamicTest> webAcls() throws IOException {
    return DiagnosticCases.of("waf", ServiceCasesTest::run);
  }

  @TestFactory
  Stream<DynamicTest> webSockets() throws IOException {
    return DiagnosticCases.of("websocket", ServiceCasesTest::run);
  }

  private static void run(Path folder, Map<String, String> parameters, Diagnostics diagnostics) {
    SourceSet sources = new DocumentLoader(parameters, diagnostics).load(folder);
    List<Api> apis = new ArrayList<>();
    sources
        .documents()
        .forEach(
            document ->
                Readers.read(document, ReadOptions.DEFAULT, diagnostics).ifPresent(apis::add));
    Checks.check(sources.service(List.copyOf(apis)), Set.of(), diagnostics);
  }
}
