package io.gatemason.generator.layout.integration;

import io.gatemason.generator.layout.name.RuntimeTypes;
import io.gatemason.generator.layout.stage.StageLookup;
import io.gatemason.generator.model.MappingText.Piece;
import io.gatemason.generator.model.http.MappingValue;
import io.gatemason.generator.model.http.ParameterChange;
import io.gatemason.generator.model.http.PayloadFormat;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** How the integration of a route answers. */
public sealed interface RouteCall {

  /** Does something for each form of a call. */
  interface Visitor<R> {
    /** See {@link FunctionCall}. */
    R function(FunctionCall call);

    /** See {@link ProxyCall}. */
    R proxy(ProxyCall call);

    /** See {@link ActionCall}. */
    R action(ActionCall call);

    /** See {@link RefusedCall}. */
    R refused(RefusedCall call);
  }

  /** Calls the visitor's member for this form. */
  <R> R accept(Visitor<R> visitor);

  /** What the route's class looks up in its stage. */
  default Optional<StageLookup> backend() {
    return Optional.empty();
  }

  /**
   * A function gets the event of the request.
   *
   * @param function the function
   * @param format of event and answer
   * @param requestChanges of what the event tells, in order
   * @param responseChanges by the status of the answer
   */
  record FunctionCall(
      FunctionTarget function,
      PayloadFormat format,
      List<ParameterChange> requestChanges,
      SortedMap<Integer, List<ParameterChange>> responseChanges)
      implements RouteCall {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.function(this);
    }

    @Override
    public Optional<StageLookup> backend() {
      return Optional.of(function.backend());
    }
  }

  /**
   * A server gets the request.
   *
   * @param target the server
   * @param wholePath whether the path of the request is appended to that of the server
   * @param withStage whether that path has the stage in it, as links have it
   * @param requestChanges in order
   * @param responseChanges by the status of the answer
   */
  record ProxyCall(
      HttpTarget target,
      boolean wholePath,
      boolean withStage,
      List<ParameterChange> requestChanges,
      SortedMap<Integer, List<ParameterChange>> responseChanges)
      implements RouteCall {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.proxy(this);
    }

    @Override
    public Optional<StageLookup> backend() {
      return Optional.of(target.backend());
    }
  }

  /**
   * An action of an AWS service is called.
   *
   * @param subtype the action
   * @param parameters by name
   * @param region where; empty for the gateway's own
   * @param credentials the role; no pieces for the gateway's own
   * @param timeout of the call
   * @param responseChanges by the status of the answer
   */
  record ActionCall(
      String subtype,
      Map<String, MappingValue> parameters,
      Optional<MappingValue> region,
      List<Piece> credentials,
      Duration timeout,
      SortedMap<Integer, List<ParameterChange>> responseChanges)
      implements RouteCall {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.action(this);
    }

    @Override
    public Optional<StageLookup> backend() {
      return Optional.of(StageLookup.shared(RuntimeTypes.AWS_BACKEND, "backend").by("aws"));
    }
  }

  /** The integration cannot work: every request is answered with 500. */
  record RefusedCall() implements RouteCall {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.refused(this);
    }
  }
}
