package io.gatemason.benchmarks.generation;

import io.gatemason.benchmarks.process.ChildJvm;
import io.gatemason.generator.GenerationRequest;
import io.gatemason.generator.GenerationResult;
import io.gatemason.generator.Generator;
import io.gatemason.generator.diagnostics.FailOn;
import io.gatemason.generator.handler.JavacSearch;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A service of one document, generated and compiled as its users would have it.
 *
 * @param document the document
 * @param sources the folder of the generated sources
 * @param classes the folder of the compiled ones
 */
public record GeneratedService(Path document, Path sources, Path classes) {
  /** The package of the class {@code Gateway}. */
  public static final String BASE_PACKAGE = "com.example.gateway";

  /**
   * Writes a document into a new folder; nothing is generated yet.
   *
   * @param apiId the id of the API
   * @param text the document in YAML
   */
  public static GeneratedService of(Path folder, String apiId, String text) throws IOException {
    Path document = Folders.empty(folder).resolve("documents").resolve(apiId + ".openapi.yaml");
    Files.createDirectories(document.getParent());
    Files.writeString(document, text);
    return new GeneratedService(document, folder.resolve("sources"), folder.resolve("classes"));
  }

  /**
   * Generates the sources.
   *
   * @throws IOException if the document is refused
   */
  public GenerationResult generate() throws IOException {
    return generate(Map.of());
  }

  /**
   * Generates the sources.
   *
   * @param functions handlers on the class path of this process, by the names of their functions
   * @throws IOException if the document is refused
   */
  public GenerationResult generate(Map<String, String> functions) throws IOException {
    List<String> classPath = List.of(ChildJvm.ownClassPath().split(File.pathSeparator));
    GenerationResult result =
        Generator.generate(
            GenerationRequest.of(document, sources, BASE_PACKAGE)
                .with(functions, new JavacSearch(classPath, List.of())));
    if (FailOn.ERROR.stops(result.diagnostics())) {
      throw new IOException(document + ": " + result.diagnostics());
    }
    return result;
  }

  /** Compiles the sources. */
  public void compile() throws IOException {
    JavaCompilation.compile(sources, classes);
  }
}
