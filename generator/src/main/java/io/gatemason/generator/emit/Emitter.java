package io.gatemason.generator.emit;

import com.palantir.javapoet.JavaFile;
import io.gatemason.generator.layout.ServiceLayout;
import java.util.List;

/** Prints one kind of file. */
interface Emitter {

  /** The files of a service; may be empty. */
  List<JavaFile> emit(ServiceLayout service);
}
