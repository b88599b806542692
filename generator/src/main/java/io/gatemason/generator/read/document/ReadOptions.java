package io.gatemason.generator.read.document;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the caller decides about reading.
 *
 * @param stage the stage of an API for which neither its document nor a template names one; empty
 *     for none
 * @param basePath what becomes of base paths
 * @param apiKind the kind of APIs where neither a template nor a document says it; empty for REST,
 *     with a note
 * @param principals who calls, by the names of authorizers that are not asked; for running on the
 *     machine of somebody who works at a document
 * @param declaredModels the schemas of the document that are no part of it but resources of a
 *     template
 */
public record ReadOptions(
    Optional<String> stage,
    BasePath basePath,
    Optional<ApiKind> apiKind,
    Map<String, String> principals,
    Set<String> declaredModels) {

  public ReadOptions {
    principals = Collections.unmodifiableMap(new TreeMap<>(principals));
    declaredModels = Set.copyOf(declaredModels);
  }

  /** No models are resources. */
  public ReadOptions(
      Optional<String> stage,
      BasePath basePath,
      Optional<ApiKind> apiKind,
      Map<String, String> principals) {
    this(stage, basePath, apiKind, principals, Set.of());
  }

  /** All authorizers are asked, and no kind is said. */
  public ReadOptions(Optional<String> stage, BasePath basePath) {
    this(stage, basePath, Optional.empty(), Map.of());
  }

  /** The same with another rule for base paths. */
  public ReadOptions with(BasePath other) {
    return new ReadOptions(stage, other, apiKind, principals, declaredModels);
  }

  /** The same for a document to which resources add models. */
  public ReadOptions withModels(Set<String> declared) {
    return new ReadOptions(stage, basePath, apiKind, principals, declared);
  }

  /** The kinds of API that documents describe. */
  public enum ApiKind {
    /** A REST API. */
    REST,
    /** An HTTP API. */
    HTTP
  }

  /**
   * What becomes of the base path of a document, as in the service's import
   * (docs/behaviour/import.md#base-path).
   */
  public enum BasePath {
    /** It is not part of the resources. */
    IGNORE,
    /** Resources stand below it. */
    PREPEND,
    /** Resources stand below it without its first segment. */
    SPLIT
  }

  /** No stage, base paths ignored. */
  public static final ReadOptions DEFAULT = new ReadOptions(Optional.empty(), BasePath.IGNORE);
}
