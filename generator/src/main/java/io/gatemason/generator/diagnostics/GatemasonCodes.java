package io.gatemason.generator.diagnostics;

import static io.gatemason.generator.diagnostics.Weight.ERROR;
import static io.gatemason.generator.diagnostics.Weight.UNSUPPORTED_ERROR;
import static io.gatemason.generator.diagnostics.Weight.UNSUPPORTED_WARNING;

/** What Gatemason does not do yet, cannot lay out, or does wrong: GM39xx, GM6xxx, GM9xxx. */
public enum GatemasonCodes implements DiagnosticCode {
  GM3914(UNSUPPORTED_ERROR, "streamed answers of functions not supported yet"),
  GM3924(UNSUPPORTED_WARNING, "settings of resource templates not supported yet"),

  /** Two APIs would get one package. */
  GM6001(ERROR, "API ids too alike"),

  /** An exception that should not have happened. */
  GM9001(ERROR, "defect in Gatemason");

  private final Weight weight;
  private final String title;

  GatemasonCodes(Weight weight, String title) {
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
