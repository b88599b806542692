package io.gatemason.generator.read.document;

import io.gatemason.generator.model.PayloadModel.Dialect;

/** The versions of documents that are read. */
public enum OpenApiVersion {
  SWAGGER_2_0(Dialect.DRAFT_4),
  OPENAPI_3_0(Dialect.OPENAPI_3_0),
  OPENAPI_3_1(Dialect.DRAFT_2020_12);

  private final Dialect dialect;

  OpenApiVersion(Dialect dialect) {
    this.dialect = dialect;
  }

  /** The flavour of its schemas. */
  public Dialect dialect() {
    return dialect;
  }
}
