package io.gatemason.generator.read.http;

import io.gatemason.generator.diagnostics.ApiCodes;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.HttpApiCodes;
import io.gatemason.generator.model.HttpMethod;
import io.gatemason.generator.model.MappingText;
import io.gatemason.generator.model.ResourcePath;
import io.gatemason.generator.model.http.Route;
import io.gatemason.generator.model.http.RouteAuthorizer;
import io.gatemason.generator.model.http.RouteIntegration;
import io.gatemason.generator.model.http.RouteKey;
import io.gatemason.generator.read.document.Fields;
import io.gatemason.generator.read.document.OpenApiDocument;
import io.gatemason.generator.read.rest.root.BasePathReader;
import io.gatemason.generator.source.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The routes of a document: each verb of each path (docs/behaviour/http-api.md#import). */
final class DocumentRoutes {
  private static final Map<String, HttpMethod> VERBS = HttpMethod.members();

  private final OpenApiDocument document;
  private final Diagnostics diagnostics;
  private final String prefix;
  private final DocumentSecurity security;
  private final List<Route> routes = new ArrayList<>();
  private final Map<String, Route> byIdentity = new HashMap<>();

  DocumentRoutes(
      OpenApiDocument document, Map<String, RouteAuthorizer> authorizers, Diagnostics diagnostics) {
    this.document = document;
    this.diagnostics = diagnostics;
    this.prefix = BasePathReader.prefix(document);
    this.security = new DocumentSecurity(document, authorizers, diagnostics);
  }

  List<Route> read() {
    Optional<Fields> paths = document.fields().object("paths");
    for (ObjectNode.Member path : paths.map(Fields::standardMembers).orElse(List.of())) {
      paths.get().resolved(path.name()).ifPresent(item -> read(path, item));
    }
    return routes;
  }

  private void read(ObjectNode.Member path, Fields item) {
    for (ObjectNode.Member member : item.members()) {
      HttpMethod verb = VERBS.get(member.name());
      if (verb != null) {
        member
            .value()
            .asObject()
            .map(o -> document.fields(o, "\"" + member.name() + "\""))
            .ifPresent(operation -> read(path, member, verb, operation));
      }
    }
  }

  private void read(
      ObjectNode.Member path, ObjectNode.Member member, HttpMethod verb, Fields operation) {
    boolean isDefault =
        verb == HttpMethod.ANY
            && (operation.bool("isDefaultRoute") || path.name().equals("/$default"));
    RouteKey key =
        isDefault
            ? RouteKey.DEFAULT
            : new RouteKey(verb, Optional.of(ResourcePath.of(prefix + path.name())));
    Route route =
        new Route(
            key,
            member.key().range(),
            pointer(path.name(), member.name()),
            operation.string("operationId"),
            security.read(operation),
            integration(key, member, operation));
    warnOfVariables(route);
    refuseInnerGreedy(route);
    Route other = byIdentity.putIfAbsent(key.identity(), route);
    if (other == null) {
      routes.add(route);
    } else {
      diagnostics.report(
          HttpApiCodes.GM2812,
          route.range(),
          "the route \""
              + key.text()
              + "\" is declared twice, also as \""
              + other.key().text()
              + "\" in line "
              + other.range().start().line(),
          "remove one of the two");
    }
  }

  private void refuseInnerGreedy(Route route) {
    List<ResourcePath.Segment> segments =
        route.key().path().map(ResourcePath::segments).orElse(List.of());
    for (ResourcePath.Segment segment : segments.subList(0, Math.max(0, segments.size() - 1))) {
      if (segment.kind() == ResourcePath.Kind.GREEDY) {
        diagnostics.report(
            ApiCodes.GM3103,
            route.range(),
            route.key().text() + ": nothing can follow {" + segment.name() + "+}",
            "end the path with {" + segment.name() + "+}, or write {" + segment.name() + "}");
      }
    }
  }

  /** A URI can name the variables of the path only. */
  private void warnOfVariables(Route route) {
    if (!(route.integration() instanceof RouteIntegration.HttpProxy proxy)) {
      return;
    }
    MappingText uri = proxy.endpoint().uri();
    List<String> known =
        route.key().path().map(ResourcePath::segments).orElse(List.of()).stream()
            .filter(segment -> segment.kind() != ResourcePath.Kind.STATIC)
            .map(ResourcePath.Segment::name)
            .toList();
    for (MappingText.Piece piece : uri.pieces()) {
      if (piece instanceof MappingText.Placeholder placeholder
          && !known.contains(placeholder.name())) {
        String name = placeholder.name();
        diagnostics.report(
            HttpApiCodes.GM2803,
            uri.range(),
            route.key().text() + ": \"{" + name + "}\" of the URI never has a value",
            Fields.hint(name, known, "name a variable of the route's path"));
      }
    }
  }

  private RouteIntegration integration(RouteKey key, ObjectNode.Member member, Fields operation) {
    Optional<Fields> extension = operation.resolved(DocumentIntegration.NAME);
    if (extension.isEmpty()) {
      diagnostics.report(
          HttpApiCodes.GM2805,
          member.key().range(),
          key.text() + ": the route has no integration",
          "add " + DocumentIntegration.NAME + "; until then it answers with 500");
      return new RouteIntegration.Refused(member.key().range(), new TreeMap<>());
    }
    return RouteIntegrations.of(
        DocumentIntegration.form(key.text(), extension.get(), diagnostics), diagnostics);
  }

  private static String pointer(String path, String verb) {
    return "/paths/" + path.replace("~", "~0").replace("/", "~1") + "/" + verb;
  }
}
