package io.gatemason.generator.read;

import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.Api;
import io.gatemason.generator.read.document.OpenApiDocument;
import io.gatemason.generator.read.resource.ApiResourceReader;
import java.util.List;
import java.util.Optional;

/**
 * How APIs of one kind are read.
 *
 * @param kind the kind
 * @param resources the readers of the resources that declare one
 * @param reading reads a document
 */
record KindReader(Api.Kind kind, List<ApiResourceReader> resources, Reading reading) {

  /** Reads a document of one kind of API. */
  interface Reading {

    /**
     * The API; empty, with a diagnostic, where the document is that of none.
     *
     * @param openApi the document
     * @param document where it is from, and what its template says of it
     */
    Optional<? extends Api> read(
        OpenApiDocument openApi, ApiDocument document, Diagnostics diagnostics);
  }
}
