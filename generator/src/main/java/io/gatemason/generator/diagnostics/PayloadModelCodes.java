package io.gatemason.generator.diagnostics;

import static io.gatemason.generator.diagnostics.Weight.ERROR;
import static io.gatemason.generator.diagnostics.Weight.NOTE;
import static io.gatemason.generator.diagnostics.Weight.WARNING;

/** What is wrong with the schema of a payload model: GM5xxx. */
public enum PayloadModelCodes implements DiagnosticCode {
  /** A schema is neither an object nor true or false. */
  GM5001(ERROR, "not a schema"),
  /** A reference names a schema that is not there; it is ignored, as the managed service does. */
  GM5002(WARNING, "reference to a schema that does not exist"),
  GM5003(ERROR, "value of a keyword has the wrong type"),
  GM5004(WARNING, "unknown schema keyword"),
  GM5005(WARNING, "keyword is dropped on import"),
  /** A pattern is not ECMA-262, or has no counterpart in Java. */
  GM5006(ERROR, "pattern cannot be translated"),
  /** Two keywords of a schema exclude each other, so that nothing satisfies it. */
  GM5007(WARNING, "schema contradicts itself"),
  /** A schema leads back to itself without going into the value. */
  GM5008(ERROR, "schema refers to itself endlessly"),
  /** A pattern needs backtracking, so its search has a limit of steps. */
  GM5009(NOTE, "search of a pattern is limited"),
  /** A format has no meaning in validation. */
  GM5010(WARNING, "format is not checked"),
  GM5011(ERROR, "reference leads out of the document"),
  /** A schema names more members, or longer ones, than a generated class can hold. */
  GM5012(ERROR, "schema too large");

  private final Weight weight;
  private final String title;

  PayloadModelCodes(Weight weight, String title) {
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
