package io.gatemason.generator.emit.code;

import com.palantir.javapoet.JavaFile;
import io.gatemason.generator.layout.ServiceLayout;
import java.util.List;

/** Prints one kind of file. */
public interface Emitter {

  /** The files of a service; may be empty. */
  List<JavaFile> emit(ServiceLayout service);
}
