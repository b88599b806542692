package io.gatemason.generator.diagnostics;

import static io.gatemason.generator.diagnostics.Weight.ERROR;
import static io.gatemason.generator.diagnostics.Weight.NOTE;
import static io.gatemason.generator.diagnostics.Weight.WARNING;

/** What is wrong with stages: usage plans, caches, canaries, access logs: GM35xx, GM361x. */
public enum StageCodes implements DiagnosticCode {
  /** A usage plan names a stage that its API does not have. */
  GM3501(ERROR, "usage plan of an unknown stage"),
  /** A usage plan throttles a method that its API does not have. */
  GM3502(ERROR, "throttle of an unknown method"),
  /** Two usage plans have the same key and the same stage. */
  GM3503(ERROR, "key in two plans of a stage"),
  /** The value of an API key is shorter or longer than the managed service takes. */
  GM3504(WARNING, "length of an API key"),
  /** Two API keys of a template have the same value. */
  GM3505(ERROR, "two keys with one value"),
  /** A method requires an API key and no usage plan lists a stage of its API. */
  GM3506(WARNING, "API key required and no plan"),
  /** A rate, burst or quota is negative. */
  GM3507(ERROR, "negative limit"),
  /** The offset of a quota is larger than the quota. */
  GM3508(ERROR, "offset beyond its quota"),
  /** A stage has settings for a method that its API does not have. */
  GM3509(WARNING, "settings of an unknown method"),
  /** Answers are to be kept for less than nothing or more than an hour. */
  GM3510(ERROR, "time to live out of range"),
  /** Caching is switched on for methods of a stage without a cache. */
  GM3511(WARNING, "caching without a cache"),
  /** The size of a cache is no number of gigabytes. */
  GM3512(ERROR, "size of a cache"),
  /** A cache key names no parameter of the method or its integration. */
  GM3513(ERROR, "cache key that is no parameter"),
  /** Answers are kept whatever the value of a path variable is. */
  GM3514(WARNING, "path variable that is no cache key"),
  /** Kept answers of a method with authorization are given to all callers. */
  GM3515(WARNING, "cached answers of authorized methods"),
  /** A canary has less than 0 or more than 100 percent of the traffic. */
  GM3516(ERROR, "share of a canary"),
  /** A deployment names a revision that is not there, or that has no document of its API. */
  GM3521(ERROR, "revision of a deployment"),
  /** A canary names another deployment than its stage, and nothing tells the two apart. */
  GM3522(WARNING, "canary with the deployment of its stage"),
  /** How a canary becomes its stage. */
  GM3523(NOTE, "canary to promote or to give up"),
  /** A deployment is the canary of a stage that nothing declares. */
  GM3524(ERROR, "canary without a stage"),

  /** A format of an access log names a variable that access logs do not have. */
  GM3611(ERROR, "unknown variable in an access log"),
  /**
   * A format of an access log has to name the request: with $context.requestId or
   * $context.extendedRequestId.
   */
  GM3612(ERROR, "access log without an id"),
  /** An access log is set for a stage, but its format is missing or empty. */
  GM3613(ERROR, "empty access log"),
  /** A format of an access log is one line. */
  GM3614(ERROR, "access log of several lines"),
  /** The managed service takes formats of access logs of up to 3 KB. */
  GM3615(WARNING, "long access log"),
  /**
   * A format of an access log names a variable that nothing gives a value here: of another kind of
   * API, or of something that is not built yet.
   */
  GM3616(WARNING, "variable without a value in an access log"),
  /** Data trace shows headers and payloads in the execution log, and only at the level INFO. */
  GM3617(WARNING, "data trace without an execution log");

  private final Weight weight;
  private final String title;

  StageCodes(Weight weight, String title) {
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
