package io.gatemason.generator.layout.rest;

import java.util.Optional;

/**
 * Decides whether a method has one of the steps, and what that step is.
 *
 * @param <M> what is known about a method when its steps are decided
 */
public interface StepRule<M> {

  /** The step; empty where nothing asks for it, and then nothing of it is printed. */
  Optional<MethodStep> step(M method);
}
