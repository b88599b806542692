package io.gatemason.generator.vtl;

import java.util.EnumSet;
import java.util.Set;

/** What the emitters of one template share. Not thread-safe. */
record Emission(
    ContextCatalog context,
    Problems problems,
    VariableNames variables,
    TemplateClass target,
    Set<CompiledTemplate.Feature> features) {

  static Emission of(
      ContextCatalog context, Problems problems, VariableNames variables, TemplateClass target) {
    return new Emission(
        context, problems, variables, target, EnumSet.noneOf(CompiledTemplate.Feature.class));
  }

  void uses(CompiledTemplate.Feature feature) {
    features.add(feature);
  }
}
