package io.gatemason.generator.layout.rest;

import io.gatemason.generator.layout.integration.CallLayout;
import io.gatemason.generator.layout.integration.RouteCall;
import io.gatemason.generator.layout.stage.StageLookup;
import java.util.List;

/**
 * One step of a method: what its class looks up for it, and what it does with a request before the
 * next step does. A step that asks an object of the stage is a {@link StageStep}; a form of its own
 * is only for a step that prints more than a call.
 */
public sealed interface MethodStep {

  /** Does something for each form of a step. */
  interface Visitor<R> {
    /** See {@link RefusalStep}. */
    R refusal(RefusalStep step);

    /** See {@link StageStep}. */
    R stage(StageStep step);

    /** See {@link ScopesStep}. */
    R scopes(ScopesStep step);

    /** See {@link ValidationStep}. */
    R validation(ValidationStep step);

    /** See {@link CacheStep}. */
    R cache(CacheStep step);

    /** See {@link IntegrationStep}. */
    R integration(IntegrationStep step);

    /** See {@link PreflightStep}. */
    R preflight(PreflightStep step);

    /** See {@link RouteStep}. */
    R route(RouteStep step);
  }

  /** Calls the visitor's member for this form. */
  <R> R accept(Visitor<R> visitor);

  /** What the method's class looks up in its stage; may be empty. */
  default List<StageLookup> lookups() {
    return List.of();
  }

  /** Whether no request gets beyond this step. */
  default boolean isLast() {
    return false;
  }

  /** Whether somebody is told the method's name, the {@code operationId} of the document. */
  default boolean tellsOperationName() {
    return false;
  }

  /**
   * The method needs something that Gatemason does not do yet and the build allowed: every request
   * is refused.
   *
   * @param features what is missing, in words
   */
  record RefusalStep(List<String> features) implements MethodStep {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.refusal(this);
    }

    @Override
    public boolean isLast() {
      return true;
    }
  }

  /**
   * An object of the stage decides. {@code apiKeys.require(exchange)} returns or fails; one that
   * may answer returns whether it did: {@code if (cache.answers(exchange)) return}.
   *
   * @param object who decides
   * @param member the Java method that is called with the exchange
   * @param mayAnswer whether it may answer the request itself
   */
  record StageStep(StageLookup object, String member, boolean mayAnswer) implements MethodStep {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.stage(this);
    }

    @Override
    public List<StageLookup> lookups() {
      return List.of(object);
    }
  }

  /**
   * An authorizer asks for a token with one of some scopes: {@code users.authorize(exchange,
   * SCOPES)}.
   *
   * @param object the authorizer
   * @param scopes of which one is needed
   */
  record ScopesStep(StageLookup object, List<String> scopes) implements MethodStep {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.scopes(this);
    }

    @Override
    public List<StageLookup> lookups() {
      return List.of(object);
    }
  }

  /**
   * The request is validated.
   *
   * @param validation against what
   */
  record ValidationStep(ValidationLayout validation) implements MethodStep {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.validation(this);
    }
  }

  /**
   * A cache answers, if it can.
   *
   * @param cache the cache
   * @param key by what answers are told apart
   */
  record CacheStep(StageLookup cache, CacheKeyLayout key) implements MethodStep {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.cache(this);
    }

    @Override
    public List<StageLookup> lookups() {
      return List.of(cache);
    }
  }

  /**
   * The integration answers.
   *
   * @param call how
   */
  record IntegrationStep(CallLayout call) implements MethodStep {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.integration(this);
    }

    @Override
    public List<StageLookup> lookups() {
      return call.backend().map(List::of).orElse(List.of());
    }

    @Override
    public boolean isLast() {
      return true;
    }

    @Override
    public boolean tellsOperationName() {
      return call.tellsOperationName();
    }
  }

  /** The gateway answers browsers that ask before they call. */
  record PreflightStep() implements MethodStep {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.preflight(this);
    }
  }

  /**
   * The integration of an HTTP API's route answers.
   *
   * @param call how
   */
  record RouteStep(RouteCall call) implements MethodStep {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.route(this);
    }

    @Override
    public List<StageLookup> lookups() {
      return call.backend().map(List::of).orElse(List.of());
    }

    @Override
    public boolean isLast() {
      return true;
    }
  }
}
