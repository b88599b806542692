package io.gatemason.generator.read.rest;

import io.gatemason.generator.read.document.OpenApiDocument;
import io.gatemason.generator.read.rest.root.ApiDraft;
import io.gatemason.generator.read.rest.root.RootReader;

/**
 * The value of a resource tag of an HTTP API. A REST API ignores it
 * (docs/behaviour/import.md#extensions).
 */
public final class TagValueExtension implements RootReader {
  /** The extension's name. */
  public static final String NAME = "x-amazon-apigateway-tag-value";

  @Override
  public void read(OpenApiDocument document, ApiDraft draft) {
    document.fields().standardItems("tags").stream()
        .flatMap(tag -> tag.asObject().stream())
        .filter(tag -> tag.has(NAME))
        .findFirst()
        .ifPresent(tag -> HttpApiMarks.warnIgnored(document, tag, NAME, "remove it"));
  }
}
