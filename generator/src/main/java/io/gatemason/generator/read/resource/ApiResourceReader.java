package io.gatemason.generator.read.resource;

/** Reads the resources that declare an API. */
public interface ApiResourceReader extends ResourceReader {

  /** The property that may have the API's document. */
  String body();
}
