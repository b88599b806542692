package io.gatemason.generator.model;

import io.gatemason.generator.model.stage.Stage;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.Range;
import java.util.List;
import java.util.Map;

/** An API of the service; each kind has a room of its own below this package. Immutable. */
public interface Api {

  /** The kinds of API. */
  enum Kind {
    /** A REST API (API Gateway v1). */
    REST,
    /** An HTTP API (API Gateway v2). */
    HTTP,
    /** A WebSocket API (API Gateway v2). */
    WEBSOCKET
  }

  /** Which kind it is. */
  Kind kind();

  /** The id by which hosts name it, unique in the service. */
  String id();

  /** The root of its document; the resource where it has none. */
  ObjectNode document();

  /** Its title, or the id. */
  String title();

  /** Its version, or empty text. */
  String version();

  /** Its stages, by different names; none where it answers at the root. */
  List<Stage> stages();

  /** How many methods or routes it has. */
  int operationCount();

  /**
   * The methods or routes that nothing guards: no authorization of their own, no policy of the API.
   * Verb and path, or the route key, in document order.
   */
  default List<String> openOperations() {
    return List.of();
  }

  /** The models that payloads are validated against, by name; none where the kind has none. */
  default Map<String, PayloadModel> payloadModels() {
    return Map.of();
  }

  /** The functions that it invokes: their ARNs or names, with stage variables. */
  List<MappingText> functions();

  /** The document. */
  default Range range() {
    return document().range();
  }
}
