package io.gatemason.generator.layout.integration;

import io.gatemason.generator.layout.stage.StageLookup;
import io.gatemason.generator.model.ContentHandling;
import io.gatemason.generator.model.ParameterMapping;
import java.util.List;
import java.util.Optional;

/** How a method is answered. */
public sealed interface CallLayout {

  /** Does something for each way of answering. */
  interface Visitor<R> {
    /** See {@link HttpProxyCall}. */
    R httpProxy(HttpProxyCall call);

    /** See {@link MappedCall}. */
    R mapped(MappedCall call);

    /** See {@link MockCall}. */
    R mock(MockCall call);

    /** See {@link FunctionCall}. */
    R function(FunctionCall call);

    /** See {@link NoCall}. */
    R none(NoCall call);

    /** See {@link RefusingCall}. */
    R refusing(RefusingCall call);

    /** See {@link IllegalHeaderCall}. */
    R illegalHeader(IllegalHeaderCall call);

    /** See {@link WrongMethodCall}. */
    R wrongMethod(WrongMethodCall call);
  }

  /** Calls the visitor's member for this way. */
  <R> R accept(Visitor<R> visitor);

  /** The backend that is called; empty where none is. */
  default Optional<StageLookup> backend() {
    return Optional.empty();
  }

  /** Whether the backend is told the method's name. */
  default boolean tellsOperationName() {
    return false;
  }

  /**
   * The request passes through to an HTTP backend.
   *
   * @param target where to
   * @param mappings changes in document order
   * @param contentHandling conversion of the request body
   * @param streamed whether the answer is passed on as it comes
   */
  record HttpProxyCall(
      HttpTarget target,
      List<ParameterMapping> mappings,
      Optional<ContentHandling> contentHandling,
      boolean streamed)
      implements CallLayout {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.httpProxy(this);
    }

    @Override
    public Optional<StageLookup> backend() {
      return Optional.of(target.backend());
    }
  }

  /**
   * Only what is mapped reaches a backend.
   *
   * @param target where to
   * @param mappings in document order
   * @param contentHandling conversion of the request body
   * @param body how the request body is made
   * @param selection which response answers
   * @param overrides whether templates may override what was mapped
   */
  record MappedCall(
      IntegrationTarget target,
      List<ParameterMapping> mappings,
      Optional<ContentHandling> contentHandling,
      BodyChoice body,
      ResponseSelection selection,
      boolean overrides)
      implements CallLayout {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.mapped(this);
    }

    @Override
    public Optional<StageLookup> backend() {
      return Optional.of(target.backend());
    }
  }

  /**
   * The gateway answers by itself.
   *
   * @param contentHandling conversion of the request body
   * @param textNeeded whether a binary body must be refused because a template reads it
   * @param outcomes by content type
   * @param selection which response answers a status that is not known before the request
   * @param overrides whether templates may override what was mapped
   */
  record MockCall(
      Optional<ContentHandling> contentHandling,
      boolean textNeeded,
      MockChoice outcomes,
      ResponseSelection selection,
      boolean overrides)
      implements CallLayout {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.mock(this);
    }
  }

  /** A mock that answers nobody has nothing to do. */
  record NoCall() implements CallLayout {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.none(this);
    }
  }

  /** Every request is refused with 415: there is no template, and bodies do not pass. */
  record RefusingCall() implements CallLayout {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.refusing(this);
    }
  }

  /**
   * The request is a function's event, its result is the answer.
   *
   * @param function the function
   * @param ofMessage whether it is the event of a WebSocket API
   */
  record FunctionCall(FunctionTarget function, boolean ofMessage) implements CallLayout {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.function(this);
    }

    @Override
    public Optional<StageLookup> backend() {
      return Optional.of(function.backend());
    }

    @Override
    public boolean tellsOperationName() {
      return !ofMessage;
    }
  }

  /**
   * The service refuses the method's header mapping at every request.
   *
   * @param header the header that may not be mapped
   */
  record IllegalHeaderCall(String header) implements CallLayout {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.illegalHeader(this);
    }
  }

  /**
   * The service refuses the integration's verb at every request: functions are invoked by POST.
   *
   * @param httpMethod the verb
   */
  record WrongMethodCall(String httpMethod) implements CallLayout {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.wrongMethod(this);
    }
  }
}
