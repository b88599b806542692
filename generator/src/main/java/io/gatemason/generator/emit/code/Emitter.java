package io.gatemason.generator.emit.code;

import com.palantir.javapoet.JavaFile;
import java.util.List;

/**
 * Prints one kind of file.
 *
 * @param <T> what it is printed of: a service, or an API
 */
public interface Emitter<T> {

  /** The files; may be empty. */
  List<JavaFile> emit(T layout);
}
