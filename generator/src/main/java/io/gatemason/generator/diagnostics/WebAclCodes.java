package io.gatemason.generator.diagnostics;

import static io.gatemason.generator.diagnostics.Weight.ALLOWABLE_ERROR;
import static io.gatemason.generator.diagnostics.Weight.ERROR;
import static io.gatemason.generator.diagnostics.Weight.NOTE;
import static io.gatemason.generator.diagnostics.Weight.UNSUPPORTED_ERROR;
import static io.gatemason.generator.diagnostics.Weight.WARNING;

/** What is wrong with web ACLs, and what of them is not supported: GM295x, GM296x, GM395x. */
public enum WebAclCodes implements DiagnosticCode {
  GM2950(ALLOWABLE_ERROR, "web ACL guards nothing"),
  GM2951(ERROR, "name or priority of a rule not allowed"),
  /** An action, or what becomes of a group's. */
  GM2952(ERROR, "action of a rule not allowed"),
  GM2953(ERROR, "statement not allowed here"),
  GM2954(ERROR, "answer or header of a web ACL not allowed"),
  GM2955(ERROR, "regular expression of a web ACL cannot be used"),
  GM2956(ERROR, "address of an IP set not allowed"),
  GM2957(ERROR, "label not allowed"),
  GM2958(ERROR, "rate-based statement not allowed"),
  /** What is tested, or with what. */
  GM2959(ERROR, "statement of a rule not complete"),
  GM2960(ERROR, "rule refers to nothing"),
  GM2961(WARNING, "override of a rule that a managed group does not have"),
  GM2962(ERROR, "log of a web ACL not allowed"),
  /** The rules of a group take more than the group may. */
  GM2963(WARNING, "capacity of a group of rules"),
  GM2969(NOTE, "version of a managed group"),
  GM3950(UNSUPPORTED_ERROR, "Captcha and Challenge of web ACLs not supported yet"),
  /** Statements and parts of requests that would need data of the managed service. */
  GM3951(
      UNSUPPORTED_ERROR, "statements of web ACLs that need data of the service not supported yet");

  private final Weight weight;
  private final String title;

  WebAclCodes(Weight weight, String title) {
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
