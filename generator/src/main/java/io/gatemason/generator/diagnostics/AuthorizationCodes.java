package io.gatemason.generator.diagnostics;

import static io.gatemason.generator.diagnostics.Weight.ALLOWABLE_ERROR;
import static io.gatemason.generator.diagnostics.Weight.ERROR;
import static io.gatemason.generator.diagnostics.Weight.WARNING;

/** What is wrong with policies and authorizers: GM23xx, GM33xx, GM38xx. */
public enum AuthorizationCodes implements DiagnosticCode {
  GM2301(ERROR, "resource policy that is none"),
  GM2302(ERROR, "authorizer that names no function"),

  /** A statement that closes nothing, because it names another API. */
  GM3301(ERROR, "policy that closes another API"),
  /** A statement that never fits, because it names another API. */
  GM3302(WARNING, "policy about another API"),
  GM3303(ERROR, "validation expression is no regular expression"),
  GM3304(ERROR, "authorizer that names no user pool"),
  /** An identity source that has no value when the authorizer is asked. */
  GM3305(ERROR, "identity source not known"),
  /** Results are kept, but nothing tells callers apart. */
  GM3306(ERROR, "authorizer without identity source"),
  /** An integration is called as the caller, whom nobody knows. */
  GM3307(WARNING, "caller's credentials without signed calls"),

  /** A fixed principal is to take the place of an authorizer that does not exist. */
  GM3801(ERROR, "no such authorizer"),
  /** A policy denies by a condition that never holds here. */
  GM3802(ALLOWABLE_ERROR, "denial that never denies");

  private final Weight weight;
  private final String title;

  AuthorizationCodes(Weight weight, String title) {
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
