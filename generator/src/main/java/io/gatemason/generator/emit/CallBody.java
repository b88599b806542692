package io.gatemason.generator.emit;

/** Prints how a method is answered. */
interface CallBody {

  /** Adds {@code handle} and what it needs. */
  void addTo(MethodClass target);
}
