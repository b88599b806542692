package io.gatemason.generator.layout.rest;

import com.palantir.javapoet.ClassName;
import io.gatemason.generator.layout.name.MethodIdentity;
import io.gatemason.generator.layout.stage.StageLookup;
import java.util.List;
import java.util.Optional;

/**
 * The class of one method.
 *
 * @param method what it stands for
 * @param name the class
 * @param steps what it does with a request, in order; the last one answers
 */
public record MethodLayout(MethodIdentity method, ClassName name, List<MethodStep> steps) {

  /** What the class looks up in its stage, in the order of the steps; each once. */
  public List<StageLookup> lookups() {
    return steps.stream().flatMap(step -> step.lookups().stream()).distinct().toList();
  }

  /** The method's name, if it has one and somebody is told. */
  public Optional<String> operationName() {
    return steps.stream().anyMatch(MethodStep::tellsOperationName)
        ? method.operationId()
        : Optional.empty();
  }
}
