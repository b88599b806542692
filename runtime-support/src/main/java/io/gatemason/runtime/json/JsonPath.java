package io.gatemason.runtime.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.Option;
import com.jayway.jsonpath.PathNotFoundException;
import com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A compiled JSONPath expression in the dialect of Jayway's library, which the managed service
 * uses. Immutable and safe for concurrent use; made once, as a constant.
 */
public final class JsonPath {
  private static final Configuration CONFIGURATION =
      Configuration.builder()
          .jsonProvider(new JacksonJsonNodeJsonProvider())
          .mappingProvider(new JacksonMappingProvider())
          .options(Option.SUPPRESS_EXCEPTIONS)
          .build();

  private final @Nullable List<Object> steps;
  private final @Nullable CompiledPath general;

  private JsonPath(@Nullable List<Object> steps, @Nullable CompiledPath general) {
    this.steps = steps;
    this.general = general;
  }

  /**
   * Compiles {@code text}, which may omit its leading {@code $.}. Throws {@link
   * IllegalArgumentException} if it is malformed.
   */
  public static JsonPath compile(String text) {
    String path = text.startsWith("$") ? text : text.startsWith("[") ? "$" + text : "$." + text;
    List<Object> steps = SimplePath.parse(path);
    if (steps != null) {
      return new JsonPath(steps, null);
    }
    try {
      return new JsonPath(null, CompiledPath.of(path));
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("malformed JSONPath " + Json.quote(text), e);
    }
  }

  /**
   * What the path selects in {@code root}: null if nothing. A path that may select several nodes
   * gives an array of them.
   */
  public @Nullable JsonNode find(JsonNode root) {
    if (steps != null) {
      return SimplePath.find(steps, root);
    }
    CompiledPath path = general;
    if (path == null) {
      return null;
    }
    try {
      Object found = path.read(root, CONFIGURATION);
      // Functions such as length() give plain numbers.
      return found == null || found instanceof JsonNode ? (JsonNode) found : Json.tree(found);
    } catch (PathNotFoundException e) {
      return null;
    }
  }

  /**
   * What the path selects as a value list: nothing for a missing node or JSON null, else one text,
   * which is the scalar itself or the JSON of an object or array.
   */
  public List<String> values(JsonNode root) {
    JsonNode found = find(root);
    if (found == null || found.isNull() || found.isMissingNode()) {
      return List.of();
    }
    if (found instanceof ArrayNode || found.isObject()) {
      return List.of(Json.write(found));
    }
    return List.of(found.asText());
  }
}
