package io.gatemason.generator.read;

import io.gatemason.generator.diagnostics.Consequences;
import io.gatemason.generator.diagnostics.Diagnostic;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.ResourceCodes;
import io.gatemason.generator.diagnostics.Severity;
import io.gatemason.generator.model.Api;
import io.gatemason.generator.model.http.HttpApi;
import io.gatemason.generator.model.rest.RestApi;
import io.gatemason.generator.model.stage.Stage;
import io.gatemason.generator.model.stage.StageSettings;
import io.gatemason.generator.read.assemble.websocket.SocketResources;
import io.gatemason.generator.read.document.OpenApiDocument;
import io.gatemason.generator.read.document.ReadOptions;
import io.gatemason.generator.read.http.HttpDocument;
import io.gatemason.generator.read.resource.http.ApiV2Reader;
import io.gatemason.generator.read.resource.rest.RestApiReader;
import io.gatemason.generator.read.resource.sam.ServerlessApiReader;
import io.gatemason.generator.read.resource.sam.ServerlessHttpApiReader;
import io.gatemason.generator.read.resource.sam.ServerlessWebSocketApiReader;
import io.gatemason.generator.read.rest.AuthorizerExtension;
import io.gatemason.generator.read.rest.CorsExtension;
import io.gatemason.generator.read.rest.ExtensionPlaces;
import io.gatemason.generator.read.rest.GatewayResponsesExtension;
import io.gatemason.generator.read.rest.HttpApiMarks;
import io.gatemason.generator.read.rest.PathsReader;
import io.gatemason.generator.read.rest.SchemasReader;
import io.gatemason.generator.read.rest.TagValueExtension;
import io.gatemason.generator.read.rest.root.ApiDraft;
import io.gatemason.generator.read.rest.root.ApiKeySourceExtension;
import io.gatemason.generator.read.rest.root.BasePathReader;
import io.gatemason.generator.read.rest.root.BinaryMediaTypesExtension;
import io.gatemason.generator.read.rest.root.DocumentationExtension;
import io.gatemason.generator.read.rest.root.EndpointAccessModeExtension;
import io.gatemason.generator.read.rest.root.EndpointConfigurationExtension;
import io.gatemason.generator.read.rest.root.InfoReader;
import io.gatemason.generator.read.rest.root.MinimumCompressionSizeExtension;
import io.gatemason.generator.read.rest.root.PolicyExtension;
import io.gatemason.generator.read.rest.root.RequestValidatorsExtension;
import io.gatemason.generator.read.rest.root.RootReader;
import io.gatemason.generator.read.rest.root.SecurityPolicyExtension;
import io.gatemason.generator.read.standard.StandardPart;
import io.gatemason.generator.read.websocket.WebSocketDocument;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * Reads documents into the model. The list is the order: what later readers look up (schemas,
 * validators, authorizers, the base path) is read before the paths.
 */
public final class Readers {
  private static final List<RootReader> ORDER =
      List.of(
          new InfoReader(),
          new ExtensionPlaces(),
          new CorsExtension(),
          new TagValueExtension(),
          new BasePathReader(),
          new EndpointConfigurationExtension(),
          new EndpointAccessModeExtension(),
          new SecurityPolicyExtension(),
          new PolicyExtension(),
          new DocumentationExtension(),
          new ApiKeySourceExtension(),
          new BinaryMediaTypesExtension(),
          new MinimumCompressionSizeExtension(),
          new GatewayResponsesExtension(),
          new SchemasReader(),
          new RequestValidatorsExtension(),
          new AuthorizerExtension(),
          new PathsReader());

  /** The kinds of API. */
  static final List<KindReader> KINDS =
      List.of(
          new KindReader(
              Api.Kind.REST,
              List.of(new RestApiReader(), new ServerlessApiReader()),
              (openApi, document, own) -> Optional.of(rest(openApi, document.stages(), own))),
          new KindReader(
              Api.Kind.HTTP,
              List.of(new ApiV2Reader(), new ServerlessHttpApiReader()),
              (openApi, document, own) -> http(openApi, document.stages(), own)),
          new KindReader(
              Api.Kind.WEBSOCKET,
              List.of(new ServerlessWebSocketApiReader()),
              (openApi, document, own) -> Optional.of(socket(document, own))));

  private Readers() {}

  /**
   * Reads one document. Nothing is fetched or read besides it.
   *
   * @param diagnostics receives every problem; methods that cannot be read as they stand are in the
   *     result with a stand-in, so that checks see them, and an error is here
   * @return the API; empty, with a diagnostic, where the document is that of none
   */
  public static Optional<Api> read(
      ApiDocument document, ReadOptions options, Diagnostics diagnostics) {
    Diagnostics own = new Diagnostics();
    Optional<Api> api =
        OpenApiDocument.of(document.root(), document.apiId(), document.rules().over(options), own)
            .flatMap(openApi -> read(openApi, document, own));
    new Consequences(diagnostics).add(document.rules().failOnWarnings() ? stopping(own) : own);
    return api;
  }

  /** The same with errors in place of warnings. */
  private static Diagnostics stopping(Diagnostics found) {
    Diagnostics stopping = new Diagnostics();
    for (Diagnostic each : found.all()) {
      stopping.add(
          each.severity() != Severity.WARNING
              ? each
              : new Diagnostic(
                  ResourceCodes.GM2225,
                  ResourceCodes.GM2225.severity(),
                  each.message() + " (" + each.code() + ", and the API says FailOnWarnings)",
                  each.range(),
                  each.related(),
                  each.hint()));
    }
    return stopping;
  }

  /** Reads the tree of a document for which there is no template. */
  static Optional<Api> read(Node root, String apiId, ReadOptions options, Diagnostics diagnostics) {
    ObjectNode object =
        root.asObject().orElseGet(() -> new ObjectNode(root.range(), "", List.of()));
    ApiDocument document =
        new ApiDocument(
            apiId,
            root.range().file().name(),
            object,
            Optional.empty(),
            ImportRules.NONE,
            List.of());
    return read(document, options, diagnostics);
  }

  private static Optional<Api> read(
      OpenApiDocument openApi, ApiDocument document, Diagnostics diagnostics) {
    Api.Kind kind = document.kind().orElseGet(() -> HttpApiMarks.kind(openApi));
    return KINDS.stream()
        .filter(each -> each.kind() == kind)
        .findFirst()
        .flatMap(each -> each.reading().read(openApi, document, diagnostics));
  }

  /** Its document is what its resources say. */
  private static Api socket(ApiDocument document, Diagnostics diagnostics) {
    ObjectNode parts =
        document.root().get(SocketResources.MEMBER).flatMap(Node::asObject).orElse(document.root());
    return WebSocketDocument.read(document.apiId(), parts, document.stages(), diagnostics);
  }

  private static Optional<HttpApi> http(
      OpenApiDocument document, List<Stage> stages, Diagnostics diagnostics) {
    return HttpDocument.read(document, diagnostics)
        .map(api -> api.withStages(stages.isEmpty() ? List.of(defaultStage(api)) : stages));
  }

  /** Nothing says which stage an HTTP API has: the one that is served at the root. */
  private static Stage defaultStage(HttpApi api) {
    return new Stage("$default", api.range(), List.of(), StageSettings.NONE);
  }

  private static RestApi rest(
      OpenApiDocument document, List<Stage> stages, Diagnostics diagnostics) {
    ApiDraft draft = new ApiDraft();
    ORDER.forEach(reader -> reader.read(document, draft));
    new StandardPart(document.root(), diagnostics).check();
    RestApi api = draft.build(document);
    return stages.isEmpty() ? api : api.withStages(stages);
  }
}
