package io.gatemason.generator.diagnostics;

import static io.gatemason.generator.diagnostics.Weight.ERROR;
import static io.gatemason.generator.diagnostics.Weight.NOTE;
import static io.gatemason.generator.diagnostics.Weight.WARNING;

/** What is wrong with the methods, integrations and mappings of an API: GM31xx, GM360x, GM37xx. */
public enum ApiCodes implements DiagnosticCode {
  GM3101(ERROR, "same method twice"),
  GM3102(ERROR, "two variables below one resource"),
  GM3103(ERROR, "segment after a greedy variable"),
  GM3104(ERROR, "path segment not allowed"),
  GM3105(ERROR, "parameter name used twice"),
  GM3106(ERROR, "API without methods"),
  GM3107(ERROR, "integration lacks a uri"),
  GM3108(ERROR, "not an HTTP URI"),
  GM3109(WARNING, "port refused by the managed service"),
  GM3110(ERROR, "status code not declared"),
  GM3111(ERROR, "response header not declared"),
  GM3112(ERROR, "request parameter not declared"),
  GM3113(ERROR, "not a regular expression"),
  GM3114(ERROR, "stage name not allowed"),
  GM3115(WARNING, "quota of the managed service exceeded"),
  GM3116(WARNING, "nothing fills a URI variable"),
  GM3117(WARNING, "model name refused by the managed service"),
  GM3118(ERROR, "not a content type"),
  GM3119(ERROR, "model is empty"),
  GM3120(ERROR, "stage variable not allowed"),
  /** A path that the gateway itself answers. */
  GM3121(WARNING, "path reserved for health checks"),
  GM3122(WARNING, "header value with a control character"),
  /** More of something than a generated class can hold. */
  GM3123(ERROR, "more than a class can hold"),

  GM3601(WARNING, "mapping makes requests fail"),
  GM3602(WARNING, "status code of two integration responses"),
  /** A query mapping of a pass-through request to a name that is there. */
  GM3603(NOTE, "query parameter sent more than once"),

  /** What names an API cannot begin the name of a host, so that a part of it does. */
  GM3701(NOTE, "API name that is no host name"),
  GM3702(WARNING, "function ARN without account"),
  /** The media type of a template has parameters, so that the service never chooses it. */
  GM3703(WARNING, "template that is never chosen"),
  GM3704(WARNING, "stage variable not defined"),
  /** A function of a template cannot run here. */
  GM3705(WARNING, "function without code");

  private final Weight weight;
  private final String title;

  ApiCodes(Weight weight, String title) {
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
