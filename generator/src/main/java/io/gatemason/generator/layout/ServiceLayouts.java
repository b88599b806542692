package io.gatemason.generator.layout;

import com.palantir.javapoet.ClassName;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.GatemasonCodes;
import io.gatemason.generator.layout.name.Names;
import io.gatemason.generator.layout.rest.AuthorizationLayouts;
import io.gatemason.generator.layout.rest.MethodLayouts;
import io.gatemason.generator.layout.rest.ScriptsAndModels;
import io.gatemason.generator.layout.route.RouteLayouts;
import io.gatemason.generator.layout.route.TrailingSlash;
import io.gatemason.generator.layout.stage.Deployed;
import io.gatemason.generator.layout.waf.RuleSetLayout;
import io.gatemason.generator.layout.waf.WebAclLayouts;
import io.gatemason.generator.model.Api;
import io.gatemason.generator.model.ContextNames;
import io.gatemason.generator.model.FunctionDefinition;
import io.gatemason.generator.model.JavaFunction;
import io.gatemason.generator.model.http.HttpApi;
import io.gatemason.generator.model.rest.RestApi;
import io.gatemason.generator.model.service.Service;
import io.gatemason.generator.model.service.Snapshot;
import io.gatemason.generator.model.websocket.WebSocketApi;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.vtl.VtlCompiler;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides which classes a service has. */
public final class ServiceLayouts {
  private final String basePackage;
  private final MethodLayouts.Missing missing;
  private final VtlCompiler compiler;
  private final Diagnostics diagnostics;
  private final List<KindLayout<?>> kinds;

  /** Lays out the APIs of one kind. */
  private record KindLayout<A extends Api>(Class<A> kind, Layouting<A> layouting) {

    List<ApiLayout> layouts(Service service, Api api, String packageName) {
      return kind.isInstance(api)
          ? layouting.layouts(service, kind.cast(api), packageName)
          : List.of();
    }
  }

  private interface Layouting<A extends Api> {
    List<ApiLayout> layouts(Service service, A api, String packageName);
  }

  /**
   * Prepares a layout.
   *
   * @param basePackage the package of the {@code Gateway} class
   * @param lenient whether a mapping template with a syntax error fails when it is rendered
   * @param missing what a method needs that is not generated yet, in words
   */
  public ServiceLayouts(
      String basePackage, boolean lenient, MethodLayouts.Missing missing, Diagnostics diagnostics) {
    this.compiler =
        new VtlCompiler(lenient, ContextNames.inTemplates(), ContextNames.inAccessLogs());
    this.basePackage = basePackage;
    this.missing = missing;
    this.diagnostics = diagnostics;
    VtlCompiler ofMessages = compiler.knowing(ContextNames.inMessages());
    SocketLayout sockets = new SocketLayout(ofMessages, missing, diagnostics);
    this.kinds =
        List.of(
            new KindLayout<>(RestApi.class, this::layouts),
            new KindLayout<>(HttpApi.class, (s, api, name) -> List.of(HttpLayout.of(api, name))),
            new KindLayout<>(WebSocketApi.class, (s, api, name) -> List.of(sockets.of(api, name))));
  }

  /** Reports what is wrong with scripts and models of a service that has other errors. */
  public void check(Service service) {
    ScriptsAndModels.check(service, compiler, diagnostics);
  }

  /** Lays out a service of some APIs, in the order of their ids, and the functions it runs. */
  public ServiceLayout of(
      Service service, List<JavaFunction> functions, List<FunctionDefinition> processes) {
    WebAclLayouts webAcls = webAcls(service);
    List<ApiLayout> layouts = new ArrayList<>();
    Map<String, Api> byPackage = new HashMap<>();
    for (Api api : service.apis().stream().sorted(Comparator.comparing(Api::id)).toList()) {
      String segment = Names.packageSegment(api.id());
      Api other = byPackage.putIfAbsent(segment, api);
      if (other == null) {
        String packageName = basePackage + "." + segment;
        kinds.forEach(kind -> layouts.addAll(kind.layouts(service, api, packageName)));
      } else {
        diagnostics.report(
            GatemasonCodes.GM6001,
            new Range(api.range().file(), api.range().start(), api.range().start()),
            "the API ids \""
                + other.id()
                + "\" and \""
                + api.id()
                + "\" give the same package \""
                + segment
                + "\"",
            "rename one of the documents");
      }
    }
    String functionPackage = basePackage + ".functions";
    return new ServiceLayout(
        ClassName.get(basePackage, "Gateway"),
        layouts,
        FunctionLayouts.of(functionPackage, functions),
        processes.stream().map(ProcessLayout::of).toList(),
        ClassName.get(functionPackage, "Functions"),
        PlansLayout.of(basePackage, service),
        webAcls,
        DomainsLayout.of(basePackage, service));
  }

  private WebAclLayouts webAcls(Service service) {
    return WebAclLayouts.of(basePackage + ".waf", service);
  }

  private List<ApiLayout> layouts(Service service, RestApi api, String packageName) {
    Map<String, RuleSetLayout> webAcls = webAcls(service).ofStages(api.id());
    List<Snapshot> snapshots = service.snapshotsOf(api);
    Deployed now = Deployed.now(snapshots);
    List<ApiLayout> layouts = new ArrayList<>();
    layouts.add(
        layout(
            api, new ApiFrame(api, now, packageName, Names.ofApi(api.id())), webAcls, diagnostics));
    layouts.addAll(then(snapshots, packageName, webAcls));
    return layouts;
  }

  /** What is wrong with templates of a revision is told if it stops the build. */
  private List<ApiLayout> then(
      List<Snapshot> snapshots, String packageName, Map<String, RuleSetLayout> webAcls) {
    RevisionNames names = new RevisionNames(snapshots.stream().map(Snapshot::revision).toList());
    List<ApiLayout> layouts = new ArrayList<>();
    for (Snapshot snapshot : snapshots) {
      RestApi api = (RestApi) snapshot.api();
      Diagnostics own = new Diagnostics();
      ApiFrame frame =
          new ApiFrame(
              api,
              Deployed.then(snapshot),
              packageName + ".revisions." + names.packageSegment(snapshot.revision()),
              Names.ofApi(api.id()) + names.type(snapshot.revision()));
      layouts.add(layout(api, frame, webAcls, own));
      own.errors().forEach(diagnostics::add);
    }
    return layouts;
  }

  private ApiLayout layout(
      RestApi api, ApiFrame frame, Map<String, RuleSetLayout> webAcls, Diagnostics receiver) {
    String packageName = frame.packageName();
    String prefix = frame.prefix();
    AuthorizationLayouts authorization =
        new AuthorizationLayouts(api, packageName + ".authorizers", prefix);
    MethodLayouts methods =
        new MethodLayouts(api, packageName, authorization, compiler, missing, receiver);
    return new ApiLayout(
        api,
        frame.apiClass(),
        frame.stages(methods.methods()),
        frame.accessLogs(),
        Optional.of(authorization),
        Optional.empty(),
        List.of(
            new RouteLayouts(
                    packageName + ".routes", prefix, methods.methods(), TrailingSlash.IGNORED)
                .all()),
        Optional.empty(),
        methods.methods(),
        methods.templates(),
        methods.models(),
        api.gatewayResponses().isEmpty()
            ? Optional.empty()
            : Optional.of(frame.type("responses", "GatewayResponses")),
        webAcls,
        Optional.empty());
  }
}
