package io.gatemason.generator.read.document;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
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
 */
public record ReadOptions(
    Optional<String> stage,
    BasePath basePath,
    Optional<ApiKind> apiKind,
    Map<String, String> principals) {

  public ReadOptions {
    principals = Collections.unmodifiableMap(new TreeMap<>(principals));
  }

  /** All authorizers are asked, and no kind is said. */
  public ReadOptions(Optional<String> stage, BasePath basePath) {
    this(stage, basePath, Optional.empty(), Map.of());
  }

  /** The same with another rule for base paths. */
  public ReadOptions with(BasePath other) {
    return new ReadOptions(stage, other, apiKind, principals);
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
