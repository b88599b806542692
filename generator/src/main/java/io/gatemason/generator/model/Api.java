package io.gatemason.generator.model;

import io.gatemason.generator.source.Range;

/** An API of the service. */
public sealed interface Api permits RestApi {

  /** The id by which hosts name it: the file name up to the first dot. */
  String id();

  /** The document. */
  Range range();
}
