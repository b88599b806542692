package io.gatemason.generator.diagnostics;

import static io.gatemason.generator.diagnostics.Weight.ALLOWABLE_ERROR;
import static io.gatemason.generator.diagnostics.Weight.ERROR;
import static io.gatemason.generator.diagnostics.Weight.NOTE;
import static io.gatemason.generator.diagnostics.Weight.WARNING;

/**
 * What is wrong with files, their text, the references between them and the values of placeholders:
 * GM1xxx, GM20xx.
 */
public enum SourceCodes implements DiagnosticCode {
  /** The file is not well-formed YAML or JSON. */
  GM1001(ERROR, "document cannot be parsed"),
  GM1002(ERROR, "file is not UTF-8"),
  /** A control character. */
  GM1003(ERROR, "character not allowed"),
  /** A tab where YAML wants spaces. */
  GM1004(ERROR, "tab used for indentation"),
  GM1005(ERROR, "file too large"),
  GM1006(ERROR, "document nested too deep"),
  /** More values than the limit, aliases counted by what they stand for. */
  GM1007(ERROR, "document has too many values"),
  GM1008(ERROR, "key too long"),
  GM1009(ERROR, "file is empty"),
  GM1010(ERROR, "more than one YAML document"),
  /** A key that is an object or array. */
  GM1011(ERROR, "key is not text"),
  GM1012(ERROR, "alias without anchor"),
  GM1013(ERROR, "YAML tag not allowed"),
  /** Equal keys in one object. */
  GM1014(WARNING, "key stands twice"),
  /** A JSON file that only a YAML parser can read. */
  GM1015(WARNING, "JSON is not strict"),

  GM2001(ERROR, "source cannot be read"),
  GM2002(ERROR, "no API document found"),
  /** A reference to a file outside the source folder. */
  GM2003(ERROR, "path leaves the source folder"),
  GM2004(ERROR, "remote reference not followed"),
  GM2005(ERROR, "referenced file not found"),
  /** A reference to a place that the other file does not have. */
  GM2006(ERROR, "reference points nowhere"),
  /** A reference to another file, which the managed service refuses. */
  GM2007(WARNING, "reference to another file"),
  GM2008(ERROR, "files refer to each other in a circle"),
  GM2009(ERROR, "two documents with one API id"),
  GM2020(ERROR, "placeholder without a value"),
  /** A template name without a value, taken as the name of the resource. */
  GM2021(WARNING, "template name taken as it stands"),
  GM2022(NOTE, "placeholder taken as a name"),
  /** An intrinsic function with arguments it does not have. */
  GM2023(ERROR, "intrinsic function cannot be evaluated"),
  GM2024(ERROR, "intrinsic function not known"),
  GM2025(ERROR, "condition without a value"),
  /** A run-time variable inside Fn::Sub without an exclamation mark. */
  GM2026(WARNING, "run-time variable inside Fn::Sub"),
  GM2027(WARNING, "name in a mapping template has no value"),
  GM2028(ERROR, "text directive not understood"),
  GM2029(ALLOWABLE_ERROR, "template that cannot be deployed as it stands"),
  GM2030(ERROR, "value that a parameter does not allow");

  private final Weight weight;
  private final String title;

  SourceCodes(Weight weight, String title) {
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
