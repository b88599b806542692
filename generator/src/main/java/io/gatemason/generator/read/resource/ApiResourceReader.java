package io.gatemason.generator.read.resource;

/** Reads the resources that declare an API. */
public interface ApiResourceReader extends ResourceReader {

  /** The property that may have the API's document. */
  String body();

  /** Whether a document says what the API is; else the resource has to say more. */
  default boolean hasDocument(TemplateResource api) {
    return api.isInDocument()
        || api.fields().written(body()).isPresent()
        || api.fields().written("BodyS3Location").isPresent();
  }
}
