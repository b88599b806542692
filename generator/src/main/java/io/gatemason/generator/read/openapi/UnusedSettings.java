package io.gatemason.generator.read.openapi;

import io.gatemason.generator.diagnostics.DiagnosticCode;
import io.gatemason.generator.read.document.Fields;
import io.gatemason.generator.read.document.OpenApiDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Warns of members of an integration that its type does not use (rest-api.md 1.5, 5.3). */
final class UnusedSettings {
  private final OpenApiDocument document;

  UnusedSettings(OpenApiDocument document) {
    this.document = document;
  }

  void warn(Fields integration, String type) {
    for (String name : unused(type)) {
      boolean written =
          integration
              .value(name)
              .filter(v -> v.asObject().filter(o -> o.members().isEmpty()).isEmpty())
              .isPresent();
      if (written) {
        document.report(
            DiagnosticCode.GM2112,
            integration.node().member(name).map(m -> m.key().range()).orElse(integration.range()),
            "\"%s\" has no effect on an integration of type \"%s\""
                .formatted(name, type.toLowerCase(Locale.ROOT)),
            "remove it");
      }
    }
  }

  private static List<String> unused(String type) {
    List<String> unused = new ArrayList<>();
    boolean http = type.startsWith("HTTP");
    if (type.endsWith("_PROXY")) {
      unused.add("requestTemplates");
    }
    if (type.equals("AWS_PROXY")) {
      unused.add("requestParameters");
    }
    if (http || type.equals("MOCK")) {
      unused.add("credentials");
    }
    if (!http) {
      unused.addAll(
          List.of("connectionId", "tlsConfig", "integration-target", "integrationTarget"));
    }
    if (type.equals("MOCK")) {
      unused.add("uri");
    }
    return unused;
  }
}
