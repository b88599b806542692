package io.gatemason.generator.read.openapi;

import io.gatemason.generator.diagnostics.DiagnosticCode;
import io.gatemason.generator.read.document.Fields;
import io.gatemason.generator.read.document.OpenApiDocument;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Warns of extensions whose name is not known, or that stand where they mean nothing. Names are
 * lower-case and matched exactly (rest-api.md 1.1).
 */
public final class ExtensionPlaces implements RootReader {
  private static final List<String> ROOT =
      List.of(
          ApiKeySourceExtension.NAME,
          BinaryMediaTypesExtension.NAME,
          CorsExtension.NAME,
          DocumentationExtension.NAME,
          EndpointConfigurationExtension.NAME,
          EndpointAccessModeExtension.NAME,
          SecurityPolicyExtension.NAME,
          GatewayResponsesExtension.NAME,
          HttpApiMarks.IMPORT_EXPORT_VERSION,
          MinimumCompressionSizeExtension.NAME,
          PolicyExtension.NAME,
          RequestValidatorsExtension.NAME,
          RequestValidatorExtension.NAME);
  private static final List<String> PATH_ITEM = List.of(AnyMethodExtension.NAME);
  private static final List<String> OPERATION =
      List.of(AuthExtension.NAME, IntegrationExtension.NAME, RequestValidatorExtension.NAME);
  private static final List<String> SCHEME =
      List.of(AuthorizerExtension.NAME, AuthtypeExtension.NAME);
  private static final List<String> ALL =
      Stream.of(ROOT, PATH_ITEM, OPERATION, SCHEME).flatMap(List::stream).distinct().toList();

  /** The names of all extensions that are read. */
  public static List<String> names() {
    return ALL;
  }

  @Override
  public void read(OpenApiDocument document, ApiDraft draft) {
    check(document, document.root(), ROOT, "the document");
    members(document.root(), "paths")
        .forEach(
            path -> {
              check(document, path, PATH_ITEM, "a path");
              path.members().forEach((name, member) -> operation(document, name, member));
            });
    document
        .section("securityDefinitions", "securitySchemes")
        .ifPresent(
            schemes ->
                objects(schemes).forEach(s -> check(document, s, SCHEME, "a security scheme")));
  }

  private static void operation(OpenApiDocument document, String name, ObjectNode.Member member) {
    if (PathsReader.VERBS.containsKey(name) || name.equals(AnyMethodExtension.NAME)) {
      member.value().asObject().ifPresent(o -> check(document, o, OPERATION, "an operation"));
    }
  }

  private static void check(
      OpenApiDocument document, ObjectNode node, List<String> known, String place) {
    for (Map.Entry<String, ObjectNode.Member> entry : node.members().entrySet()) {
      String name = entry.getKey();
      if (name.toLowerCase(Locale.ROOT).startsWith("x-amazon-") && !known.contains(name)) {
        document.report(
            DiagnosticCode.GM2107,
            entry.getValue().key().range(),
            ALL.contains(name)
                ? "\"%s\" means nothing in %s and is ignored".formatted(name, place)
                : "extension \"%s\" is not known and is ignored".formatted(name),
            ALL.contains(name) ? "move it" : Fields.hint(name, ALL, "remove it"));
      }
    }
  }

  private static Stream<ObjectNode> members(ObjectNode node, String name) {
    return node.get(name).flatMap(Node::asObject).stream().flatMap(ExtensionPlaces::objects);
  }

  private static Stream<ObjectNode> objects(ObjectNode node) {
    return node.members().values().stream().flatMap(member -> member.value().asObject().stream());
  }
}
