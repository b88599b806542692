package io.gatemason.generator.model;

import io.gatemason.generator.model.stage.Stage;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An API of the service; each kind has a room of its own below this package. Immutable. */
public interface Api {

  /** A kind of API, compared by identity. */
  final class Kind {
    /** A REST API (API Gateway v1). */
    public static final Kind REST = new Kind("REST");

    /** An HTTP API (API Gateway v2). */
    public static final Kind HTTP = new Kind("HTTP");

    /** A WebSocket API (API Gateway v2). */
    public static final Kind WEBSOCKET = new Kind("WEBSOCKET");

    private final String name;

    /** A kind that nobody but its own room asks for. */
    public Kind(String name) {
      this.name = name;
    }

    /** What the console calls it. */
    public String name() {
      return name;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * A method or route in words.
   *
   * @param verb the HTTP method; {@code MESSAGE} for what a WebSocket carries
   * @param resource the path, or the route key
   * @param pointer the JSON pointer of its declaration in the document
   * @param name the name of the operation, or empty text
   * @param caller the authorizer that is asked, {@code AWS_IAM}, or empty text for nobody
   * @param apiKeyRequired whether a key must be sent
   * @param parameters what is declared of its requests
   * @param bodyTypes the content types of bodies for which it has models
   */
  record Operation(
      String verb,
      String resource,
      String pointer,
      String name,
      String caller,
      boolean apiKeyRequired,
      List<Parameter> parameters,
      List<String> bodyTypes) {
    public Operation {
      parameters = List.copyOf(parameters);
      bodyTypes = List.copyOf(bodyTypes);
    }
  }

  /**
   * A parameter of requests.
   *
   * @param in {@code path}, {@code query} or {@code header}
   * @param name its name
   * @param required whether it must be there
   */
  record Parameter(String in, String name, boolean required) {}

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

  /** What its document says of it, or empty text. */
  String description();

  /** Its stages, by different names; none where it answers at the root. */
  List<Stage> stages();

  /** Its methods or routes, in the order in which people look for them. */
  List<Operation> operations();

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

  /** Whether its default endpoint refuses requests, so that only custom domains lead to it. */
  boolean executeApiEndpointDisabled();

  /** The TLS policy of its default endpoint, where the kind has one and the document says it. */
  default Optional<ScalarNode> securityPolicy() {
    return Optional.empty();
  }

  /** Whether any of its methods or routes calls a backend. */
  boolean callsBackends();

  /** The names of the authorizers that guard something and call a function. */
  Set<String> calledAuthorizers();

  /** The functions that it invokes: their ARNs or names, with stage variables. */
  List<MappingText> functions();

  /** The document. */
  default Range range() {
    return document().range();
  }
}
