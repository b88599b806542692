package io.gatemason.generator.read.document;

import io.gatemason.generator.diagnostics.DiagnosticCode;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.DocumentCodes;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import java.util.Optional;

/** A document while it is read: its tree, its version, and where problems go. Not thread-safe. */
public final class OpenApiDocument {
  private final ObjectNode root;
  private final OpenApiVersion version;
  private final String apiId;
  private final ReadOptions options;
  private final Diagnostics diagnostics;
  private final References references;

  private OpenApiDocument(
      ObjectNode root,
      OpenApiVersion version,
      String apiId,
      ReadOptions options,
      Diagnostics diagnostics) {
    this.root = root;
    this.version = version;
    this.apiId = apiId;
    this.options = options;
    this.diagnostics = diagnostics;
    this.references = new References(root, diagnostics);
  }

  /**
   * Recognises a document by {@code swagger} or {@code openapi}; empty, with a diagnostic, where it
   * is neither (docs/behaviour/import.md#base-path: {@code Invalid OpenAPI input.}).
   */
  public static Optional<OpenApiDocument> of(
      Node node, String apiId, ReadOptions options, Diagnostics diagnostics) {
    Optional<ObjectNode> root = node.asObject();
    Optional<ScalarNode> written =
        root.flatMap(o -> o.get("swagger").or(() -> o.get("openapi"))).flatMap(Node::asScalar);
    boolean swagger = root.flatMap(o -> o.get("swagger")).isPresent();
    Optional<OpenApiVersion> version =
        written
            .flatMap(OpenApiDocument::version)
            .filter(v -> swagger == (v == OpenApiVersion.SWAGGER_2_0));
    if (root.isEmpty() || version.isEmpty()) {
      diagnostics.report(
          DocumentCodes.GM2100,
          written.map(Node::range).orElse(node.range()),
          "Invalid OpenAPI input: "
              + written
                  .map(v -> "version \"" + v.text() + "\" is not known")
                  .orElse("neither \"swagger\" nor \"openapi\" names a version"),
          "begin the document with openapi: 3.0.1 or swagger: \"2.0\"; fragments that other"
              + " documents include belong outside the source folder");
      return Optional.empty();
    }
    if (version.get() == OpenApiVersion.OPENAPI_3_1) {
      diagnostics.report(
          DocumentCodes.GM2101,
          written.get().range(),
          "the managed service imports Swagger 2.0 and OpenAPI 3.0, not \""
              + written.get().text()
              + "\"",
          "write openapi: 3.0.1 if the document is to be imported there too");
    }
    return Optional.of(new OpenApiDocument(root.get(), version.get(), apiId, options, diagnostics));
  }

  private static Optional<OpenApiVersion> version(ScalarNode written) {
    String text = written.text().strip();
    if (text.equals("2.0") || text.equals("2")) {
      return Optional.of(OpenApiVersion.SWAGGER_2_0);
    }
    if (text.equals("3.0") || text.startsWith("3.0.")) {
      return Optional.of(OpenApiVersion.OPENAPI_3_0);
    }
    return text.equals("3.1") || text.startsWith("3.1.")
        ? Optional.of(OpenApiVersion.OPENAPI_3_1)
        : Optional.empty();
  }

  /** The whole document. */
  public ObjectNode root() {
    return root;
  }

  /** The id of the API. */
  public String apiId() {
    return apiId;
  }

  /** Its version. */
  public OpenApiVersion version() {
    return version;
  }

  /** Whether it is Swagger 2.0. */
  public boolean isSwagger() {
    return version == OpenApiVersion.SWAGGER_2_0;
  }

  /** What the caller decided. */
  public ReadOptions options() {
    return options;
  }

  /** The root's members. */
  public Fields fields() {
    return fields(root, "the document");
  }

  /**
   * Typed access to an object.
   *
   * @param title what messages call it
   */
  public Fields fields(ObjectNode node, String title) {
    return new Fields(this, node, title);
  }

  /** What a node refers to; the node itself where it is no reference; empty if that is missing. */
  public Optional<Node> resolve(Node node) {
    return references.resolve(node);
  }

  /** The object that a node is or refers to; empty where it is none. */
  public Optional<ObjectNode> resolveObject(Node node) {
    return resolve(node).flatMap(Node::asObject);
  }

  /** The schemes, schemas, parameters… of the document, whatever its version calls their home. */
  public Optional<ObjectNode> section(String swaggerName, String componentName) {
    Optional<Node> found =
        isSwagger()
            ? root.get(swaggerName)
            : root.get("components").flatMap(Node::asObject).flatMap(c -> c.get(componentName));
    return found.flatMap(Node::asObject);
  }

  /** Reports a problem. */
  public void report(DiagnosticCode code, Range range, String message, String hint) {
    diagnostics.report(code, range, message, hint);
  }
}
