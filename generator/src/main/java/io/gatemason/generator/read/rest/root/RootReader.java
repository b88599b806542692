package io.gatemason.generator.read.rest.root;

import io.gatemason.generator.read.document.OpenApiDocument;

/** Reads one part of a document into the API. Implementations have no state. */
public interface RootReader {

  /**
   * Reads the part, if the document has it. Problems are reported to the document's diagnostics and
   * never thrown.
   */
  void read(OpenApiDocument document, ApiDraft draft);
}
