package io.gatemason.generator.emit;

import com.palantir.javapoet.JavaFile;
import io.gatemason.generator.emit.text.Tidy;
import java.util.Optional;

/**
 * A printed file.
 *
 * @param apiId the API that it is of; empty for a file of the service
 * @param file the file, not laid out yet
 */
public record EmittedFile(Optional<String> apiId, JavaFile file) {

  /** Its path below the output folder, with {@code /}. */
  public String path() {
    return file.packageName().replace('.', '/') + "/" + file.typeSpec().name() + ".java";
  }

  /** Its text, laid out as the code around it; this is the larger part of the work. */
  public String text() {
    return Tidy.file(file.toString());
  }
}
