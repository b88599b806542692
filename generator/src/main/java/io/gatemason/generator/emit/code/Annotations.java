package io.gatemason.generator.emit.code;

import com.palantir.javapoet.AnnotationSpec;
import io.gatemason.generator.layout.name.RuntimeTypes;

/** Annotations that several emitters use. */
public final class Annotations {
  public static final AnnotationSpec NULLABLE =
      AnnotationSpec.builder(RuntimeTypes.NULLABLE).build();

  private Annotations() {}
}
