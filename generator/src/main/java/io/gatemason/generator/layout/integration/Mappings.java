package io.gatemason.generator.layout.integration;

import io.gatemason.generator.model.ContextNames;
import io.gatemason.generator.model.ParameterMapping;
import java.util.List;

/** Mappings that can have a value: one that never has maps nothing, and is not printed. */
public final class Mappings {
  private Mappings() {}

  /** Those of some mappings that can have a value, in their order. */
  public static List<ParameterMapping> withValue(List<ParameterMapping> mappings) {
    return mappings.stream().filter(mapping -> hasValue(mapping.source())).toList();
  }

  private static boolean hasValue(ParameterMapping.Source source) {
    return !(source instanceof ParameterMapping.ContextVariable variable)
        || ContextNames.mappable(variable.path())
        || ContextNames.inMessages().contains(variable.path());
  }
}
