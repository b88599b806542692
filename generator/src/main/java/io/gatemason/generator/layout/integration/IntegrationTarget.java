package io.gatemason.generator.layout.integration;

import io.gatemason.generator.layout.stage.StageLookup;

/** Where a method's integration sends its requests. */
public sealed interface IntegrationTarget permits HttpTarget, FunctionTarget, ServiceTarget {

  /** Does something for each kind of target. */
  interface Visitor<R> {
    /** See {@link HttpTarget}. */
    R http(HttpTarget target);

    /** See {@link FunctionTarget}. */
    R function(FunctionTarget target);

    /** See {@link ServiceTarget}. */
    R service(ServiceTarget target);
  }

  /** Calls the visitor's member for this kind. */
  <R> R accept(Visitor<R> visitor);

  /** What sends the requests. */
  StageLookup backend();
}
