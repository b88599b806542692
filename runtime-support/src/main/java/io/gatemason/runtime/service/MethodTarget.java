package io.gatemason.runtime.service;

import java.util.Locale;

/**
 * The methods that an entry of method settings is for.
 *
 * @param httpMethod a verb, {@code *} for any
 * @param resourcePath a resource, {@code *} for all
 */
record MethodTarget(String httpMethod, String resourcePath) {

  /**
   * Reads {@code ~1pets~1{id}/GET}, {@code pets/{id}/GET} or {@code /pets/{id}/GET}; {@code
   * *}{@code /*} stands for all methods, {@code ~1/GET} and {@code //GET} for GET of the root.
   *
   * @throws IllegalArgumentException if there is no verb at the end
   */
  static MethodTarget parse(String key) {
    int slash = key.lastIndexOf('/');
    String verb = key.substring(slash + 1).toUpperCase(Locale.ROOT);
    if (slash < 0 || !verb.matches("\\*|[A-Z]+")) {
      throw new IllegalArgumentException(
          "method settings are for a path and a verb, such as ~1pets/GET, not for " + key);
    }
    String path =
        ("/" + key.substring(0, slash)).replace("~1", "/").replace("~0", "~").replaceAll("/+", "/");
    return new MethodTarget(verb, path.equals("/*") ? "*" : path);
  }
}
