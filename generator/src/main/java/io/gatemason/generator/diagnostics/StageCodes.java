package io.gatemason.generator.diagnostics;

import static io.gatemason.generator.diagnostics.Weight.ERROR;
import static io.gatemason.generator.diagnostics.Weight.NOTE;
import static io.gatemason.generator.diagnostics.Weight.WARNING;

/** What is wrong with stages: usage plans, caches, canaries, access logs: GM35xx, GM361x. */
public enum StageCodes implements DiagnosticCode {
  GM3501(ERROR, "usage plan of an unknown stage"),
  GM3502(ERROR, "throttle of an unknown method"),
  GM3503(ERROR, "key in two plans of a stage"),
  /** The value of an API key is shorter or longer than the managed service takes. */
  GM3504(WARNING, "length of an API key"),
  GM3505(ERROR, "two keys with one value"),
  GM3506(WARNING, "API key required and no plan"),
  /** A rate, burst or quota is negative. */
  GM3507(ERROR, "negative limit"),
  GM3508(ERROR, "offset beyond its quota"),
  GM3509(WARNING, "settings of an unknown method"),
  /** Answers are to be kept for less than nothing or more than an hour. */
  GM3510(ERROR, "time to live out of range"),
  GM3511(WARNING, "caching without a cache"),
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
  /** A stage or canary names a deployment that is none of its API, which has revisions. */
  GM3525(ERROR, "deployment that there is not"),

  /** A format of an access log names a variable that access logs do not have. */
  GM3611(ERROR, "unknown variable in an access log"),
  /**
   * A format of an access log has to name the request: with $context.requestId or
   * $context.extendedRequestId.
   */
  GM3612(ERROR, "access log without an id"),
  GM3613(ERROR, "empty access log"),
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
