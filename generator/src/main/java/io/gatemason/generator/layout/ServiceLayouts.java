package io.gatemason.generator.layout;

import com.palantir.javapoet.ClassName;
import io.gatemason.generator.diagnostics.DiagnosticCode;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.layout.http.HttpRoutes;
import io.gatemason.generator.layout.name.Names;
import io.gatemason.generator.layout.rest.AuthorizationLayouts;
import io.gatemason.generator.layout.rest.MethodLayouts;
import io.gatemason.generator.layout.rest.ScriptsAndModels;
import io.gatemason.generator.layout.route.RouteLayouts;
import io.gatemason.generator.layout.stage.AccessLogLayout;
import io.gatemason.generator.layout.stage.Deployed;
import io.gatemason.generator.layout.stage.StagesLayout;
import io.gatemason.generator.model.Api;
import io.gatemason.generator.model.ContextNames;
import io.gatemason.generator.model.FunctionDefinition;
import io.gatemason.generator.model.JavaFunction;
import io.gatemason.generator.model.http.HttpApi;
import io.gatemason.generator.model.rest.Method;
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
import java.util.function.BiFunction;

/** Decides which classes a service has. */
public final class ServiceLayouts {
  private final String basePackage;
  private final BiFunction<RestApi, Method, List<String>> missing;
  private final VtlCompiler compiler;
  private final Diagnostics diagnostics;

  /**
   * Prepares a layout.
   *
   * @param basePackage the package of the {@code Gateway} class
   * @param lenient whether a mapping template with a syntax error fails when it is rendered
   * @param missing what a method needs that is not generated yet, in words
   */
  public ServiceLayouts(
      String basePackage,
      boolean lenient,
      BiFunction<RestApi, Method, List<String>> missing,
      Diagnostics diagnostics) {
    this.compiler =
        new VtlCompiler(lenient, ContextNames.inTemplates(), ContextNames.inAccessLogs());
    this.basePackage = basePackage;
    this.missing = missing;
    this.diagnostics = diagnostics;
  }

  /** Reports what is wrong with scripts and models of a service that has other errors. */
  public void check(Service service) {
    ScriptsAndModels.check(service, compiler, diagnostics);
  }

  /** Lays out a service of some APIs, in the order of their ids, and the functions it runs. */
  public ServiceLayout of(
      Service service, List<JavaFunction> functions, List<FunctionDefinition> processes) {
    List<ApiLayout> layouts = new ArrayList<>();
    Map<String, Api> byPackage = new HashMap<>();
    for (Api api : service.apis().stream().sorted(Comparator.comparing(Api::id)).toList()) {
      String segment = Names.packageSegment(api.id());
      Api other = byPackage.putIfAbsent(segment, api);
      if (other == null) {
        layouts.addAll(layouts(service, api, basePackage + "." + segment));
      } else {
        diagnostics.report(
            DiagnosticCode.GM6001,
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
        DomainsLayout.of(basePackage, service));
  }

  private List<ApiLayout> layouts(Service service, Api api, String packageName) {
    if (api instanceof HttpApi http) {
      return List.of(layout(http, packageName));
    }
    if (api instanceof WebSocketApi socket) {
      return List.of(layout(socket, packageName));
    }
    RestApi rest = (RestApi) api;
    List<ApiLayout> layouts = new ArrayList<>();
    layouts.add(now(rest, service.snapshotsOf(rest), packageName));
    layouts.addAll(then(service.snapshotsOf(rest), packageName));
    return layouts;
  }

  private static ApiLayout layout(HttpApi api, String packageName) {
    String prefix = prefix(api.id());
    HttpRoutes routes = HttpRoutes.of(api, packageName, prefix);
    Deployed deployed = Deployed.now(List.of());
    return new ApiLayout(
        api,
        ClassName.get(packageName, prefix + "Api"),
        StagesLayout.of(
            api,
            deployed,
            packageName + ".stages",
            prefix,
            routes.methods().stream().flatMap(method -> method.lookups().stream())),
        AccessLogLayout.of(api, deployed, packageName + ".stages", prefix),
        Optional.empty(),
        Optional.of(routes.authorizations()),
        routes.trees(),
        routes.defaultRoute(),
        routes.methods(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  /** Its routes are methods that are found in another way. */
  private ApiLayout layout(WebSocketApi api, String packageName) {
    String prefix = prefix(api.id());
    AuthorizationLayouts authorization =
        new AuthorizationLayouts(api.routes(), packageName + ".authorizers", prefix);
    MethodLayouts methods =
        new MethodLayouts(
            api.routes(),
            packageName,
            authorization,
            compiler.knowing(ContextNames.inMessages()),
            missing,
            diagnostics);
    Deployed deployed = Deployed.now(List.of());
    return new ApiLayout(
        api,
        ClassName.get(packageName, prefix + "Api"),
        StagesLayout.of(
            api,
            deployed,
            packageName + ".stages",
            prefix,
            methods.methods().stream().flatMap(method -> method.lookups().stream())),
        AccessLogLayout.of(api, deployed, packageName + ".stages", prefix),
        Optional.of(authorization),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        methods.methods(),
        methods.templates(),
        methods.models(),
        Optional.empty(),
        Optional.of(ClassName.get(packageName + ".routes", prefix + "Routes")));
  }

  private ApiLayout now(RestApi api, List<Snapshot> snapshots, String packageName) {
    return layout(api, Deployed.now(snapshots), packageName, prefix(api.id()), diagnostics);
  }

  /** What is wrong with templates of a revision is told if it stops the build. */
  private List<ApiLayout> then(List<Snapshot> snapshots, String packageName) {
    RevisionNames names = new RevisionNames(snapshots.stream().map(Snapshot::revision).toList());
    List<ApiLayout> layouts = new ArrayList<>();
    for (Snapshot snapshot : snapshots) {
      Diagnostics own = new Diagnostics();
      layouts.add(
          layout(
              snapshot.api(),
              Deployed.then(snapshot),
              packageName + ".revisions." + names.packageSegment(snapshot.revision()),
              prefix(snapshot.api().id()) + names.type(snapshot.revision()),
              own));
      own.errors().forEach(diagnostics::add);
    }
    return layouts;
  }

  private ApiLayout layout(
      RestApi api, Deployed deployed, String packageName, String prefix, Diagnostics receiver) {
    AuthorizationLayouts authorization =
        new AuthorizationLayouts(api, packageName + ".authorizers", prefix);
    MethodLayouts methods =
        new MethodLayouts(api, packageName, authorization, compiler, missing, receiver);
    Optional<ClassName> responses =
        api.gatewayResponses().isEmpty()
            ? Optional.empty()
            : Optional.of(ClassName.get(packageName + ".responses", prefix + "GatewayResponses"));
    return new ApiLayout(
        api,
        ClassName.get(packageName, prefix + "Api"),
        StagesLayout.of(
            api,
            deployed,
            packageName + ".stages",
            prefix,
            methods.methods().stream().flatMap(method -> method.lookups().stream())),
        AccessLogLayout.of(api, deployed, packageName + ".stages", prefix),
        Optional.of(authorization),
        Optional.empty(),
        List.of(new RouteLayouts(packageName + ".routes", prefix, methods.methods()).all()),
        Optional.empty(),
        methods.methods(),
        methods.templates(),
        methods.models(),
        responses,
        Optional.empty());
  }

  /** The id in words, of which the name of a class of the API says the last itself. */
  private static String prefix(String id) {
    String name = Names.type(id).replaceFirst("(?<=.)Api$", "");
    return name.isEmpty() ? "Root" : name;
  }
}
