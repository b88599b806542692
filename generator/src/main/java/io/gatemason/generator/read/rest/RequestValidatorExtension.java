package io.gatemason.generator.read.rest;

import io.gatemason.generator.diagnostics.DocumentCodes;
import io.gatemason.generator.model.rest.RequestValidator;
import io.gatemason.generator.read.document.Fields;
import io.gatemason.generator.read.document.OpenApiDocument;
import io.gatemason.generator.read.rest.root.ApiDraft;
import io.gatemason.generator.read.rest.root.RequestValidatorsExtension;
import io.gatemason.generator.source.ScalarNode;
import java.util.Optional;

/**
 * The validator of the document or of one operation, which overrides it; the name must be one of
 * {@code x-amazon-apigateway-request-validators} (docs/behaviour/import.md#small-extensions).
 */
final class RequestValidatorExtension {
  /** The extension's name. */
  static final String NAME = "x-amazon-apigateway-request-validator";

  private RequestValidatorExtension() {}

  /** The validator of an operation; empty where neither it nor the document names one. */
  static Optional<RequestValidator> read(
      OpenApiDocument document, ApiDraft draft, Fields operation) {
    return operation
        .text(NAME)
        .or(() -> document.fields().text(NAME))
        .flatMap(name -> named(document, draft, name));
  }

  private static Optional<RequestValidator> named(
      OpenApiDocument document, ApiDraft draft, ScalarNode name) {
    RequestValidator defined = draft.validators.get(name.text());
    if (defined == null) {
      document.report(
          DocumentCodes.GM2140,
          name.range(),
          "request validator \""
              + name.text()
              + "\" is not defined; without it nothing is validated",
          Fields.hint(
              name.text(),
              draft.validators.keySet(),
              "define it in " + RequestValidatorsExtension.NAME));
      return Optional.empty();
    }
    return Optional.of(
        new RequestValidator(name.text(), name.range(), defined.body(), defined.parameters()));
  }
}
