package io.gatemason.generator.layout;

import io.gatemason.generator.model.FunctionDefinition;
import java.nio.file.Path;

/**
 * A function that can run in processes of its own.
 *
 * @param function the function
 * @param directory the folder of its code, relative to that of the documents, with slashes; empty
 *     where none is named
 */
public record ProcessLayout(FunctionDefinition function, String directory) {

  /** Finds the code from the file that declares the function. */
  public static ProcessLayout of(FunctionDefinition function) {
    if (function.codeUri().isEmpty()) {
      return new ProcessLayout(function, "");
    }
    Path code = Path.of(function.codeUri().get());
    Path folder = Path.of(function.range().file().name()).resolveSibling(code).normalize();
    String name = folder.toString().replace('\\', '/');
    return new ProcessLayout(function, name.isEmpty() ? "." : name);
  }
}
