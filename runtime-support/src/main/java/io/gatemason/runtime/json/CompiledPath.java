package io.gatemason.runtime.json;

import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.JsonPath;
import org.jspecify.annotations.Nullable;

/**
 * A JSONPath of Jayway's library that can be read any number of times. Immutable and safe for
 * concurrent use.
 */
public final class CompiledPath {
  private final String text;
  private final JsonPath path;

  private CompiledPath(String text, JsonPath path) {
    this.text = text;
    this.path = path;
  }

  /**
   * Compiles a path.
   *
   * @throws com.jayway.jsonpath.InvalidPathException if it is malformed
   * @throws IllegalArgumentException if it is empty
   */
  public static CompiledPath of(String path) {
    return new CompiledPath(path, JsonPath.compile(path));
  }

  /**
   * What the path selects; null if the configuration says so.
   *
   * @throws com.jayway.jsonpath.PathNotFoundException if it leads nowhere and the configuration
   *     does not suppress that
   */
  public @Nullable Object read(Object root, Configuration configuration) {
    // json-path 2.10.0: a compiled path with "..*" or "..[*]" selects less when it is read again
    JsonPath fresh = text.contains("..") && text.contains("*") ? JsonPath.compile(text) : path;
    return fresh.<@Nullable Object>read(root, configuration);
  }
}
