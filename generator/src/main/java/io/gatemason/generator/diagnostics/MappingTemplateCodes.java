package io.gatemason.generator.diagnostics;

import static io.gatemason.generator.diagnostics.Weight.ERROR;
import static io.gatemason.generator.diagnostics.Weight.WARNING;

/** What is wrong with a mapping template: GM4xxx. */
public enum MappingTemplateCodes implements DiagnosticCode {
  GM4001(ERROR, "mapping template cannot be read"),
  GM4002(WARNING, "unknown variable in mapping template"),
  GM4003(ERROR, "unknown function in mapping template"),
  /** A mapping template tries to reach Java classes. */
  GM4004(ERROR, "refused access in mapping template"),
  /** A mapping template uses a part of the language that is not available. */
  GM4005(ERROR, "unavailable construct in mapping template"),
  GM4006(WARNING, "directive printed as text"),
  GM4007(ERROR, "assignment to a read-only reference"),
  GM4008(ERROR, "mapping template too large"),
  /** A mapping template has a syntax error and always fails, which was asked for. */
  GM4009(WARNING, "mapping template fails at run time"),
  /** A mapping template has a constant JSON path that no payload can be read with. */
  GM4010(ERROR, "JSON path in mapping template cannot be read");

  private final Weight weight;
  private final String title;

  MappingTemplateCodes(Weight weight, String title) {
    this.weight = weight;
    this.title = title;
  }

  @Override
  public Weight weight() {
    return weight;
  }

  @Override
  public String title() {
    return title;
  }
}
