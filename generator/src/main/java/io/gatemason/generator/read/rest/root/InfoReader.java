package io.gatemason.generator.read.rest.root;

import io.gatemason.generator.diagnostics.DocumentCodes;
import io.gatemason.generator.read.document.Fields;
import io.gatemason.generator.read.document.OpenApiDocument;
import java.util.Optional;

/**
 * The name, version and description of the API (docs/behaviour/import.md#defaults); all may be
 * missing.
 */
public final class InfoReader implements RootReader {

  @Override
  public void read(OpenApiDocument document, ApiDraft draft) {
    draft.title = document.apiId();
    Optional<Fields> info = document.fields().object("info");
    if (info.isPresent()) {
      draft.title = info.get().string("title").orElse(document.apiId());
      draft.version = info.get().string("version").orElse("");
      draft.description = info.get().string("description").orElse("");
      if (info.get().value("description").isPresent() && draft.description.isEmpty()) {
        document.report(
            DocumentCodes.GM2114,
            info.get().range("description"),
            "Description cannot be an empty string",
            "remove \"description\", or say what the API is for");
      }
    }
  }
}
