package io.gatemason.generator.check;

import static io.gatemason.generator.diagnostics.GatemasonCodes.GM3914;

import io.gatemason.generator.check.auth.CallerCredentials;
import io.gatemason.generator.check.domain.DomainChecks;
import io.gatemason.generator.check.operations.AccessLogFormats;
import io.gatemason.generator.check.rest.AbsentKeys;
import io.gatemason.generator.check.rest.AuthorizerSettings;
import io.gatemason.generator.check.rest.ClassSizes;
import io.gatemason.generator.check.rest.DataTrace;
import io.gatemason.generator.check.rest.EmptyApi;
import io.gatemason.generator.check.rest.EmptyModels;
import io.gatemason.generator.check.rest.HeaderLiterals;
import io.gatemason.generator.check.rest.LineSeparators;
import io.gatemason.generator.check.rest.ModelContentTypes;
import io.gatemason.generator.check.rest.ModelNames;
import io.gatemason.generator.check.rest.PolicyResources;
import io.gatemason.generator.check.rest.PrivateApis;
import io.gatemason.generator.check.rest.ServiceQuotas;
import io.gatemason.generator.check.rest.SignedCallers;
import io.gatemason.generator.check.rest.UniqueParameterNames;
import io.gatemason.generator.check.rest.Unsupported;
import io.gatemason.generator.check.rest.UnsupportedUses;
import io.gatemason.generator.check.rest.integration.AddedQueryValues;
import io.gatemason.generator.check.rest.integration.BackendPort;
import io.gatemason.generator.check.rest.integration.HttpUri;
import io.gatemason.generator.check.rest.integration.MissingUri;
import io.gatemason.generator.check.rest.integration.RefusedHeaderMappings;
import io.gatemason.generator.check.rest.integration.RepeatedResponses;
import io.gatemason.generator.check.rest.integration.ResponseHeaders;
import io.gatemason.generator.check.rest.integration.ResponseStatus;
import io.gatemason.generator.check.rest.integration.SelectionRegex;
import io.gatemason.generator.check.rest.integration.SourceParameters;
import io.gatemason.generator.check.rest.integration.UnfilledPlaceholders;
import io.gatemason.generator.check.rest.limits.LimitChecks;
import io.gatemason.generator.check.rest.path.DuplicateMethods;
import io.gatemason.generator.check.rest.path.GreedyChildren;
import io.gatemason.generator.check.rest.path.PathGrammar;
import io.gatemason.generator.check.rest.path.ReservedPaths;
import io.gatemason.generator.check.rest.path.SiblingVariables;
import io.gatemason.generator.check.rest.rule.Check;
import io.gatemason.generator.check.rule.ServiceCheck;
import io.gatemason.generator.check.waf.WebAclChecks;
import io.gatemason.generator.diagnostics.Consequences;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.Api;
import io.gatemason.generator.model.http.HttpApi;
import io.gatemason.generator.model.rest.Method;
import io.gatemason.generator.model.rest.RestApi;
import io.gatemason.generator.model.service.Service;
import io.gatemason.generator.model.service.Snapshot;
import io.gatemason.generator.model.websocket.WebSocketApi;
import java.util.List;
import java.util.Set;

/** The rules over the model, in order. A feature that is generated loses its line below. */
public final class Checks {
  private static final List<Check<? super RestApi>> ORDER =
      List.of(
          new EmptyApi(),
          new PathGrammar(),
          new DuplicateMethods(),
          new SiblingVariables(),
          new GreedyChildren(),
          new ReservedPaths(),
          new MissingUri(),
          new HttpUri(),
          new BackendPort(),
          new UnfilledPlaceholders(),
          new UniqueParameterNames(),
          new SourceParameters(),
          new RefusedHeaderMappings(),
          new AddedQueryValues(),
          new SelectionRegex(),
          new RepeatedResponses(),
          new ResponseStatus(),
          new ResponseHeaders(),
          new HeaderLiterals(),
          new ModelNames(),
          new ModelContentTypes(),
          new EmptyModels(),
          new ServiceQuotas(),
          new ClassSizes(),
          new LineSeparators(),
          new AuthorizerSettings(),
          new SignedCallers(),
          new PolicyResources(),
          new PrivateApis(),
          new Unsupported(
              GM3914, "a streamed answer of a function", UnsupportedUses::streamedAnswers));

  /** The rules of what a service tells of its requests, in order. */
  private static final List<ServiceCheck> OPERATIONS =
      List.of(new AccessLogFormats(), new DataTrace());

  /** The rules that hold for routes of WebSocket APIs as they do for methods. */
  private static final List<Check<? super WebSocketApi>> SOCKET_ORDER =
      List.of(
          new ModelNames(),
          new HttpUri(),
          new BackendPort(),
          new UnfilledPlaceholders(),
          new SourceParameters(),
          new SelectionRegex(),
          new RefusedHeaderMappings(),
          new HeaderLiterals(),
          new LineSeparators(),
          new SignedCallers());

  /** The kinds of API and what is judged of each. */
  private static final List<KindRules<?>> KINDS =
      List.of(
          new KindRules<>(RestApi.class, Checks::judge),
          new KindRules<>(HttpApi.class, (api, settings, own) -> CallerCredentials.check(api, own)),
          new KindRules<>(
              WebSocketApi.class,
              (api, settings, own) -> SOCKET_ORDER.forEach(check -> check.check(api, own))));

  /** The rules of a kind of API. */
  private record KindRules<A extends Api>(Class<A> kind, Rules<A> rules) {

    void check(Api api, Set<String> settings, Diagnostics diagnostics) {
      if (kind.isInstance(api)) {
        Diagnostics own = new Diagnostics();
        rules.check(kind.cast(api), settings, own);
        Stages.check(api, own);
        new StageVariables(settings).check(api, own);
        new Consequences(diagnostics).add(own);
      }
    }
  }

  private interface Rules<A extends Api> {
    void check(A api, Set<String> settings, Diagnostics diagnostics);
  }

  private Checks() {}

  /**
   * Reports everything that is wrong with a service, or not supported yet; never throws.
   *
   * @param settings the names of the settings that the gateway is known to be started with
   */
  public static void check(Service service, Set<String> settings, Diagnostics diagnostics) {
    service.apis().forEach(api -> check(api, settings, diagnostics));
    for (Snapshot snapshot : service.snapshots()) {
      Diagnostics then = new Diagnostics();
      check(snapshot.api(), settings, then);
      then.errors().forEach(diagnostics::add);
    }
    Diagnostics own = new Diagnostics();
    LimitChecks.ALL.forEach(check -> check.check(service, own));
    OPERATIONS.forEach(check -> check.check(service, own));
    DomainChecks.ALL.forEach(check -> check.check(service, own));
    WebAclChecks.check(service, own);
    service.domains().stream()
        .flatMap(domain -> domain.policy().stream())
        .forEach(policy -> AbsentKeys.check(policy, settings, own));
    new Consequences(diagnostics).add(own);
  }

  /** Reports everything that is wrong with an API, or not supported yet; never throws. */
  public static void check(Api api, Diagnostics diagnostics) {
    check(api, Set.of(), diagnostics);
  }

  private static void check(Api api, Set<String> settings, Diagnostics diagnostics) {
    KINDS.forEach(kind -> kind.check(api, settings, diagnostics));
  }

  private static void judge(RestApi api, Set<String> settings, Diagnostics own) {
    ORDER.forEach(check -> check.check(api, own));
    api.resourcePolicy().ifPresent(policy -> AbsentKeys.check(policy, settings, own));
  }

  /** What a method needs that is not generated yet, in words; empty for a method that works. */
  public static List<String> missing(Method method) {
    return ORDER.stream()
        .filter(Unsupported.class::isInstance)
        .map(Unsupported.class::cast)
        .filter(unsupported -> unsupported.stops(method))
        .map(Unsupported::feature)
        .toList();
  }
}
