package io.gatemason.generator.read.rest;

import io.gatemason.generator.read.document.OpenApiDocument;
import io.gatemason.generator.read.rest.root.ApiDraft;
import io.gatemason.generator.read.rest.root.RootReader;

/**
 * CORS of an HTTP API. A REST API ignores it (docs/behaviour/import.md#extensions): preflight
 * requests need a mock {@code OPTIONS} method.
 */
public final class CorsExtension implements RootReader {
  /** The extension's name. */
  public static final String NAME = "x-amazon-apigateway-cors";

  @Override
  public void read(OpenApiDocument document, ApiDraft draft) {
    HttpApiMarks.warnIgnored(
        document,
        document.root(),
        NAME,
        "give each path an OPTIONS method with a mock integration");
  }
}
