package io.gatemason.runtime.service;

import io.gatemason.runtime.auth.AuthServices;
import io.gatemason.runtime.cache.ResponseCache;
import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.MethodInfo;
import io.gatemason.runtime.integration.AwsBackend;
import io.gatemason.runtime.integration.HttpBackend;
import io.gatemason.runtime.integration.LambdaBackend;
import io.gatemason.runtime.throttle.ApiKeys;
import io.gatemason.runtime.throttle.Throttle;
import io.gatemason.runtime.waf.WebAcl;
import io.gatemason.runtime.waf.WebAclGuard;
import io.gatemason.runtime.websocket.MessageRoutes;
import io.gatemason.runtime.websocket.WebSockets;
import java.util.function.Supplier;

/**
 * What the methods of an API share in one stage. They look up what they need of it when the service
 * starts, once. Every stage has objects of its own, so what a stage sets is fixed in them; two
 * stages, or two of one name, share nothing but the {@link Services}. Generated code extends this
 * class where an API has objects of its own. Safe for concurrent use.
 */
public class Stage {
  private final Services services;
  private final ApiInfo info;

  /**
   * Sets up a stage.
   *
   * @param built what was fixed when the service was built; runtime settings are applied to it
   */
  public Stage(Services services, ApiInfo built) {
    this.services = services;
    this.info = ConfiguredStage.apply(services.config(), built);
  }

  /** What is fixed about the API and the stage, runtime settings applied. */
  public final ApiInfo info() {
    return info;
  }

  /** The value of a stage variable, "" if there is none. */
  public final String variable(String name) {
    return info.stageVariables().getOrDefault(name, "");
  }

  /** Demands API keys of usage plans of this stage, from the header {@code x-api-key}. */
  public final ApiKeys apiKeys() {
    return services.plans().apiKeys(info);
  }

  /** Demands API keys of usage plans of this stage, as authorizers name them. */
  public final ApiKeys apiKeysOfAuthorizers() {
    return services.plans().apiKeysOfAuthorizers(info);
  }

  /** Judges requests to a method by all limits that there are for it. */
  public final Throttle throttle(MethodInfo method) {
    return services.setUp().throttle(info, method);
  }

  /** Answers requests to a method from the stage's cache. */
  public final ResponseCache cache(MethodInfo method) {
    return services.setUp().cache(info, method);
  }

  /** Calls HTTP backends; they are shown the certificate of the stage, if it has one. */
  public final HttpBackend http() {
    return services.http(info);
  }

  /** Invokes functions. */
  public final LambdaBackend lambda() {
    return services.lambda();
  }

  /** Takes connections of a WebSocket API, whose messages go these ways. */
  public final WebSockets webSockets(MessageRoutes routes) {
    return services.setUp().webSockets(services, info, routes);
  }

  /** A web ACL in front of the stage; all stages that it guards share its counters. */
  public final WebAclGuard webAcl(String name, Supplier<WebAcl> made) {
    return services.setUp().webAcl(name, made);
  }

  /** What authorizers share. */
  public final AuthServices auth() {
    return services.auth().in(info);
  }

  /** Calls AWS services. */
  public final AwsBackend aws() {
    return services.aws();
  }
}
