package io.gatemason.generator.diagnostics;

import static io.gatemason.generator.diagnostics.Weight.ALLOWABLE_ERROR;
import static io.gatemason.generator.diagnostics.Weight.ERROR;
import static io.gatemason.generator.diagnostics.Weight.NOTE;
import static io.gatemason.generator.diagnostics.Weight.UNSUPPORTED_ERROR;
import static io.gatemason.generator.diagnostics.Weight.WARNING;

/** What is wrong with resources of templates and with functions: GM22xx. */
public enum ResourceCodes implements DiagnosticCode {
  GM2201(ERROR, "function's handler not found"),
  /** A template's Java function is not part of the project. */
  GM2202(WARNING, "function whose class is not here"),
  /** A class or method that Lambda or generated code could not call. */
  GM2203(ERROR, "handler cannot be called"),
  /** Environment variables of a function that runs in the gateway's process. */
  GM2204(WARNING, "function's environment variables to be set"),
  GM2205(WARNING, "mapped function not used"),
  /** Environment variables that a process of a function would lack. */
  GM2206(WARNING, "environment variables known only to the cloud"),
  GM2210(UNSUPPORTED_ERROR, "resource type not known"),
  GM2211(UNSUPPORTED_ERROR, "property of a resource not known"),
  GM2213(NOTE, "resources that are none of a gateway's"),
  /** An API of a template whose document is elsewhere. */
  GM2214(ALLOWABLE_ERROR, "document of an API not found"),
  GM2215(UNSUPPORTED_ERROR, "resource refers to nothing"),
  GM2216(ERROR, "resource lacks a property"),
  GM2217(ERROR, "domain declared twice"),
  /** A resource of a path, or the parent of one, is not there. */
  GM2218(ERROR, "resource without a path"),
  GM2219(ERROR, "part of an API declared twice"),
  /** A template says what the document says in another way. */
  GM2220(WARNING, "template replaces a part of the document"),
  /** A method asks for a part of the API that is not there. */
  GM2221(ERROR, "method asks for what the API lacks"),
  GM2222(ERROR, "access rule that cannot hold"),
  /** Cross-origin settings of SAM that contradict each other. */
  GM2223(ERROR, "credentials of all origins"),
  /** An event beside a document that makes no method. */
  GM2224(WARNING, "event without a method"),
  GM2225(ERROR, "warning where the API wants none"),
  /** Values that a nested stack would get. */
  GM2226(WARNING, "parameters of a nested stack");

  private final Weight weight;
  private final String title;

  ResourceCodes(Weight weight, String title) {
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
