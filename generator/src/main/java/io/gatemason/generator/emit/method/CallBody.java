package io.gatemason.generator.emit.method;

import io.gatemason.generator.emit.code.MethodClass;

/** Prints how a method is answered. */
interface CallBody {

  /** Adds {@code handle} and what it needs. */
  void addTo(MethodClass target);
}
