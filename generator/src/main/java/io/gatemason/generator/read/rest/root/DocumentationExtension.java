package io.gatemason.generator.read.rest.root;

import io.gatemason.generator.read.document.Fields;
import io.gatemason.generator.read.document.OpenApiDocument;
import io.gatemason.generator.source.Node;
import java.util.List;
import java.util.Optional;

/**
 * Documentation parts of the API. They have no effect on requests
 * (docs/behaviour/import.md#documentation); only the form of the extension is checked.
 */
public final class DocumentationExtension implements RootReader {
  /** The extension's name. */
  public static final String NAME = "x-amazon-apigateway-documentation";

  @Override
  public void read(OpenApiDocument document, ApiDraft draft) {
    Optional<Fields> documentation = document.fields().object(NAME);
    if (documentation.isPresent()) {
      documentation.get().allow(List.of("version", "createdDate", "documentationParts"));
      for (Node part : documentation.get().items("documentationParts")) {
        part.asObject()
            .map(object -> document.fields(object, "a documentation part"))
            .ifPresent(DocumentationExtension::check);
      }
    }
  }

  private static void check(Fields part) {
    part.allow(List.of("location", "properties"));
    part.object("location")
        .ifPresent(
            location -> location.allow(List.of("type", "path", "method", "statusCode", "name")));
  }
}
