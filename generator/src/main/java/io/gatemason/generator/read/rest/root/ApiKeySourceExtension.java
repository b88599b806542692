package io.gatemason.generator.read.rest.root;

import io.gatemason.generator.model.rest.ApiKeySource;
import io.gatemason.generator.read.document.OpenApiDocument;

/**
 * Where API keys are read from: {@code HEADER} (default: {@code X-API-Key}) or {@code AUTHORIZER}
 * (docs/behaviour/import.md#small-extensions).
 */
public final class ApiKeySourceExtension implements RootReader {
  /** The extension's name. */
  public static final String NAME = "x-amazon-apigateway-api-key-source";

  @Override
  public void read(OpenApiDocument document, ApiDraft draft) {
    document.fields().choice(NAME, ApiKeySource.class).ifPresent(s -> draft.apiKeySource = s);
  }
}
