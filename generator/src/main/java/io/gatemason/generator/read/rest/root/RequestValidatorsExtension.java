package io.gatemason.generator.read.rest.root;

import io.gatemason.generator.model.rest.RequestValidator;
import io.gatemason.generator.read.document.Fields;
import io.gatemason.generator.read.document.OpenApiDocument;
import io.gatemason.generator.source.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * The validators that methods may name: name to {@code validateRequestBody} and {@code
 * validateRequestParameters}, both false where missing (docs/behaviour/import.md#small-extensions).
 */
public final class RequestValidatorsExtension implements RootReader {
  /** The extension's name. */
  public static final String NAME = "x-amazon-apigateway-request-validators";

  private static final List<String> KNOWN =
      List.of("validateRequestBody", "validateRequestParameters");

  @Override
  public void read(OpenApiDocument document, ApiDraft draft) {
    Optional<Fields> validators = document.fields().object(NAME);
    for (ObjectNode.Member member : validators.map(Fields::members).orElse(List.of())) {
      Optional<Fields> fields = validators.flatMap(all -> all.object(member.name()));
      if (fields.isPresent()) {
        fields.get().allow(KNOWN);
        draft.validators.put(
            member.name(),
            new RequestValidator(
                member.name(),
                member.key().range(),
                fields.get().bool(KNOWN.get(0)),
                fields.get().bool(KNOWN.get(1))));
      }
    }
  }
}
