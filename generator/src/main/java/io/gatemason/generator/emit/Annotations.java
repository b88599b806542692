package io.gatemason.generator.emit;

import com.palantir.javapoet.AnnotationSpec;

/** Annotations that several emitters use. */
final class Annotations {
  static final AnnotationSpec NULLABLE = AnnotationSpec.builder(RuntimeTypes.NULLABLE).build();

  private Annotations() {}
}
