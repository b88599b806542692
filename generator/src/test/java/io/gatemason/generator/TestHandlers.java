package io.gatemason.generator;

import io.gatemason.generator.handler.JavacSearch;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Handlers of a test's folder: sources below {@code java}, and {@code functions.properties} with
 * what a user would map. The libraries are those of the tests.
 */
public final class TestHandlers {
  private TestHandlers() {}

  /** The request with the handlers of a folder, if it has some. */
  public static GenerationRequest beside(Path folder, GenerationRequest request)
      throws IOException {
    Map<String, String> mapped = new HashMap<>();
    Path mappings = folder.resolve("functions.properties");
    if (Files.exists(mappings)) {
      Properties properties = new Properties();
      try (Reader reader = Files.newBufferedReader(mappings)) {
        properties.load(reader);
      }
      properties.stringPropertyNames().forEach(n -> mapped.put(n, properties.getProperty(n)));
    }
    List<String> classPath =
        List.of(System.getProperty("java.class.path").split(File.pathSeparator));
    return request.with(
        mapped, new JavacSearch(classPath, List.of(folder.resolve("java").toString())));
  }
}
