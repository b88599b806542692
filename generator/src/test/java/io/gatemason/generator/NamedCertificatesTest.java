package io.gatemason.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The certificates that stages of a template name are told with the settings they need. */
class NamedCertificatesTest {
  @TempDir private Path folder;

  @Test
  void areToldByTheSettingsOfTheirStage() {
    GenerationResult result =
        Generator.check(
            GenerationRequest.of(
                Path.of("src/test/resources/cases/domains/tls"), folder, "com.example.gateway"));

    assertEquals(
        Map.of("gateway.apis.tls.stages.prod.client-certificate", "Certificate"),
        result.clientCertificates());
  }
}
