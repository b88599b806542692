package io.gatemason.runtime.service;

import io.helidon.config.Config;
import java.util.Locale;

/**
 * The methods that an entry of method settings is for.
 *
 * @param httpMethod a verb, {@code *} for any
 * @param resourcePath a resource, {@code *} for all
 */
record MethodTarget(String httpMethod, String resourcePath) {

  /**
   * The methods that the name of an entry says. {@code ~1} at its beginning makes all of them
   * slashes, as {@link #parse} reads them; otherwise they are dots, as in all names of settings.
   *
   * @throws IllegalArgumentException if there is no verb at the end
   */
  static MethodTarget of(Config entry) {
    String key = entry.key().toString();
    String written = key.substring(key.lastIndexOf('.') + 1);
    return parse(written.matches("/?~1.*") ? written : entry.name());
  }

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
