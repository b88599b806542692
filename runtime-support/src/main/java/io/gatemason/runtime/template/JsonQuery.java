package io.gatemason.runtime.template;

import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.PathNotFoundException;
import com.jayway.jsonpath.spi.json.JsonSmartJsonProvider;
import com.jayway.jsonpath.spi.mapper.JsonSmartMappingProvider;
import io.gatemason.runtime.json.CompiledPath;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON path that Jayway's library evaluates. Immutable and thread-safe. */
public final class JsonQuery {
  private static final Configuration CONFIGURATION =
      Configuration.builder()
          .jsonProvider(new TreeProvider())
          .mappingProvider(new JsonSmartMappingProvider())
          .build();

  private final @Nullable CompiledPath path;
  private final String problem;

  private JsonQuery(@Nullable CompiledPath path, String problem) {
    this.path = path;
    this.problem = problem;
  }

  /** Compiles a path. One that cannot be read fails when it is used, not here. */
  public static JsonQuery of(String path) {
    try {
      return new JsonQuery(CompiledPath.of(path), "");
    } catch (InvalidPathException | IllegalArgumentException e) {
      return new JsonQuery(null, "JSON path cannot be read: " + e.getMessage());
    }
  }

  /** A member of an object by name; null if the value is no object or has no such member. */
  public static @Nullable Object member(@Nullable Object value, String name) {
    return value instanceof Map<?, ?> map ? map.get(name) : null;
  }

  /** An item of an array, counted from the end if negative; null if there is none. */
  public static @Nullable Object item(@Nullable Object value, int index) {
    if (value instanceof List<?> list) {
      int place = index < 0 ? list.size() + index : index;
      return place >= 0 && place < list.size() ? list.get(place) : null;
    }
    return null;
  }

  /**
   * What the path selects: one value if it is definite, else a list; null if it leads nowhere.
   *
   * @throws TemplateException if the path cannot be read
   */
  public @Nullable Object read(@Nullable Object root) {
    if (path == null) {
      throw new TemplateException(problem);
    }
    if (root == null) {
      return null;
    }
    try {
      return path.read(root, CONFIGURATION);
    } catch (PathNotFoundException e) {
      return null;
    }
  }

  /** Lists that queries make print as JSON, like those of the payload. */
  private static final class TreeProvider extends JsonSmartJsonProvider {
    @Override
    public Object createArray() {
      return new JsonArray();
    }
  }
}
