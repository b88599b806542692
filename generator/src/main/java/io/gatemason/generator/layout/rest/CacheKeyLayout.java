package io.gatemason.generator.layout.rest;

import io.gatemason.generator.model.ParameterMapping.Source;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * By what answers of a method are told apart in a cache.
 *
 * @param namespace what stands before the rest; methods of one namespace share answers
 * @param verb the verb; empty for that of the request
 * @param sources the parameters that tell answers apart, in the order of the document
 * @param timeout how long the integration may take
 */
public record CacheKeyLayout(
    String namespace, Optional<String> verb, List<Source> sources, Duration timeout) {

  public CacheKeyLayout {
    sources = List.copyOf(sources);
  }
}
