package io.gatemason.generator.read.rest.root;

import io.gatemason.generator.read.document.OpenApiDocument;
import java.util.List;

/**
 * Whether requests must come through the own endpoint: {@code BASIC} or {@code STRICT}
 * (docs/behaviour/import.md#security-policy).
 */
public final class EndpointAccessModeExtension implements RootReader {
  /** The extension's name. */
  public static final String NAME = "x-amazon-apigateway-endpoint-access-mode";

  @Override
  public void read(OpenApiDocument document, ApiDraft draft) {
    if (document.fields().choice(NAME, List.of("BASIC", "STRICT")).isPresent()) {
      draft.accessMode = document.fields().scalar(NAME);
    }
  }
}
