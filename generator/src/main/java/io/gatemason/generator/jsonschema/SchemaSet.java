package io.gatemason.generator.jsonschema;

import io.gatemason.generator.source.Node;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The schemas that are compiled together. Immutable.
 *
 * @param models schemas by the name of their model, in the order of generation; a reference from
 *     one to the node of another becomes a call between their classes
 * @param document the document in which the models stand, against which local references are
 *     resolved; a reference not found there is looked for in the model itself
 * @param uri the address of that document, against which relative references are resolved
 * @param dialect the language of all models
 * @param imported whether keywords that the managed service drops on import are dropped, with a
 *     warning, and references out of the document refused
 * @param declared the models of which nothing is dropped all the same: the service takes them as
 *     they are
 * @param assertsFormats whether {@code format} is checked
 * @param documents other documents by absolute address without fragment
 */
public record SchemaSet(
    Map<String, Node> models,
    Node document,
    String uri,
    Dialect dialect,
    boolean imported,
    Set<String> declared,
    boolean assertsFormats,
    Function<String, Optional<Node>> documents) {

  public SchemaSet {
    models = Collections.unmodifiableMap(new LinkedHashMap<>(models));
    declared = Set.copyOf(declared);
  }

  /** Models that are all taken alike. */
  public SchemaSet(
      Map<String, Node> models,
      Node document,
      String uri,
      Dialect dialect,
      boolean imported,
      boolean assertsFormats,
      Function<String, Optional<Node>> documents) {
    this(models, document, uri, dialect, imported, Set.of(), assertsFormats, documents);
  }

  /** Models of one document as the managed service imports them. */
  public static SchemaSet imported(
      Map<String, Node> models, Node document, String uri, Dialect dialect) {
    return new SchemaSet(
        models,
        document,
        uri,
        dialect,
        true,
        dialect != Dialect.DRAFT_2020_12,
        address -> Optional.empty());
  }

  /** The same, where some models are not imported. */
  public SchemaSet declaring(Set<String> names) {
    return new SchemaSet(
        models, document, uri, dialect, imported, names, assertsFormats, documents);
  }
}
