package io.gatemason.generator.read.rest.root;

import io.gatemason.generator.model.stage.Stage;
import io.gatemason.generator.read.document.Fields;
import io.gatemason.generator.read.document.OpenApiDocument;
import io.gatemason.generator.read.document.ReadOptions;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The base path, and the stage that it names. The base path is {@code basePath} (2.0), the default
 * of the first server variable {@code basePath}, or the path of the first server (3.x); the options
 * say what becomes of it (docs/behaviour/import.md#base-path). It names a stage where the host is
 * that of a default endpoint ({@code *.execute-api.*}), as in exports: the first segment there is
 * the stage, never part of a resource.
 */
public final class BasePathReader implements RootReader {
  private static final Pattern STAGE_NAME = Pattern.compile("[A-Za-z0-9_-]{1,128}");

  private record BasePath(String host, List<String> segments, Range range) {}

  /** What every path of a document begins with, empty text for nothing. */
  public static String prefix(OpenApiDocument document) {
    ApiDraft draft = new ApiDraft();
    new BasePathReader().read(document, draft);
    return draft.pathPrefix;
  }

  @Override
  public void read(OpenApiDocument document, ApiDraft draft) {
    Optional<BasePath> found = document.isSwagger() ? swagger(document) : servers(document);
    List<String> segments = found.map(BasePath::segments).orElse(List.of());
    List<String> kept =
        switch (document.options().basePath()) {
          case IGNORE -> List.<String>of();
          case PREPEND -> segments;
          case SPLIT -> segments.subList(Math.min(1, segments.size()), segments.size());
        };
    draft.pathPrefix = kept.isEmpty() ? "" : "/" + String.join("/", kept);
    draft.stage =
        found
            .flatMap(basePath -> named(document.options(), basePath))
            .or(
                () ->
                    document
                        .options()
                        .stage()
                        .map(name -> new Stage(name, document.root().range(), List.of())));
  }

  private static Optional<Stage> named(ReadOptions options, BasePath basePath) {
    boolean first =
        switch (options.basePath()) {
          case IGNORE -> basePath.segments().size() == 1;
          case PREPEND -> false;
          case SPLIT -> !basePath.segments().isEmpty();
        };
    String host = "." + basePath.host().toLowerCase(Locale.ROOT);
    if (!first || !host.contains(".execute-api.")) {
      return Optional.empty();
    }
    return Optional.of(basePath.segments().get(0))
        .filter(STAGE_NAME.asMatchPredicate())
        .map(name -> new Stage(name, basePath.range(), List.of()));
  }

  private static Optional<BasePath> swagger(OpenApiDocument document) {
    Fields root = document.fields();
    String host = root.string("host").orElse("");
    return root.text("basePath")
        .map(path -> new BasePath(host, segments(path.text()), path.range()));
  }

  private static Optional<BasePath> servers(OpenApiDocument document) {
    List<Fields> servers =
        document.fields().standardItems("servers").stream()
            .flatMap(server -> server.asObject().stream())
            .map(server -> document.fields(server, "a server"))
            .toList();
    for (Fields server : servers) {
      Optional<ScalarNode> variable = variable(server, "basePath");
      if (variable.isPresent()) {
        String host = host(filled(server, server.string("url").orElse("")));
        return variable.map(v -> new BasePath(host, segments(v.text()), v.range()));
      }
    }
    return servers.stream()
        .findFirst()
        .flatMap(
            server ->
                server
                    .text("url")
                    .map(
                        url -> {
                          String filled = filled(server, url.text());
                          return new BasePath(host(filled), segments(path(filled)), url.range());
                        }));
  }

  private static Optional<ScalarNode> variable(Fields server, String name) {
    return server
        .object("variables")
        .flatMap(variables -> variables.object(name))
        .flatMap(variable -> variable.text("default"));
  }

  private static String filled(Fields server, String url) {
    String filled = url;
    Optional<ObjectNode> variables = server.value("variables").flatMap(Node::asObject);
    if (variables.isPresent()) {
      for (String name : variables.get().members().keySet()) {
        String value = variable(server, name).map(ScalarNode::text).orElse("");
        filled = filled.replace("{" + name + "}", value);
      }
    }
    return filled;
  }

  private static String host(String url) {
    String[] parts = url.split("/", 4);
    return url.contains("://") && parts.length > 2 ? parts[2] : "";
  }

  private static String path(String url) {
    if (!url.contains("://")) {
      return url;
    }
    String[] parts = url.split("/", 4);
    return parts.length > 3 ? parts[3] : "";
  }

  private static List<String> segments(String path) {
    return Arrays.stream(path.split("[?#]", 2)[0].split("/", -1))
        .filter(segment -> !segment.isEmpty())
        .toList();
  }
}
