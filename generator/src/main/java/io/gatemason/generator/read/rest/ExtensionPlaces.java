package io.gatemason.generator.read.rest;

import io.gatemason.generator.diagnostics.DidYouMean;
import io.gatemason.generator.diagnostics.DocumentCodes;
import io.gatemason.generator.read.document.OpenApiDocument;
import io.gatemason.generator.read.rest.root.ApiDraft;
import io.gatemason.generator.read.rest.root.ApiKeySourceExtension;
import io.gatemason.generator.read.rest.root.BinaryMediaTypesExtension;
import io.gatemason.generator.read.rest.root.DocumentationExtension;
import io.gatemason.generator.read.rest.root.EndpointAccessModeExtension;
import io.gatemason.generator.read.rest.root.EndpointConfigurationExtension;
import io.gatemason.generator.read.rest.root.MinimumCompressionSizeExtension;
import io.gatemason.generator.read.rest.root.PolicyExtension;
import io.gatemason.generator.read.rest.root.RequestValidatorsExtension;
import io.gatemason.generator.read.rest.root.RootReader;
import io.gatemason.generator.read.rest.root.SecurityPolicyExtension;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Warns of extensions whose name is not known, or that stand where they mean nothing. Names are
 * lower-case and matched exactly (docs/behaviour/import.md#extensions).
 */
public final class ExtensionPlaces implements RootReader {
  private static final String PREFIX = "x-amazon-apigateway-";

  /** What carries names or values of the user's own. */
  private static final Set<String> OPAQUE =
      Set.of("default", "enum", "example", "examples", "headers", "properties");

  /** Where extensions may stand. */
  private enum Spot {
    ROOT("at the root of the document"),
    PATHS("in the paths"),
    PATH_ITEM("in a path"),
    OPERATION("in an operation"),
    COMPONENTS("in the components"),
    SCHEMES("in the security schemes"),
    SCHEME("in a security scheme"),
    SERVER("in a server"),
    TAG("in a tag"),
    ELSEWHERE("here");

    private final String words;

    Spot(String words) {
      this.words = words;
    }

    /** What a member of an object here is. */
    Spot of(String member) {
      return switch (this) {
        case ROOT -> ofRoot(member);
        case PATHS -> PATH_ITEM;
        case PATH_ITEM -> PathsReader.VERBS.containsKey(member) ? OPERATION : ELSEWHERE;
        case COMPONENTS -> ofComponents(member);
        case SCHEMES -> SCHEME;
        default -> ELSEWHERE;
      };
    }

    private static Spot ofComponents(String member) {
      return switch (member) {
        case "securitySchemes" -> SCHEMES;
        case "pathItems" -> PATHS;
        default -> ELSEWHERE;
      };
    }

    private static Spot ofRoot(String member) {
      return switch (member) {
        case "paths" -> PATHS;
        case "components" -> COMPONENTS;
        case "securityDefinitions" -> SCHEMES;
        case "servers" -> SERVER;
        case "tags" -> TAG;
        default -> ELSEWHERE;
      };
    }
  }

  private static final Map<Spot, List<String>> ALLOWED =
      new EnumMap<>(
          Map.of(
              Spot.ROOT,
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
                  RequestValidatorExtension.NAME),
              Spot.PATH_ITEM,
              List.of(AnyMethodExtension.NAME),
              Spot.OPERATION,
              List.of(
                  AuthExtension.NAME, IntegrationExtension.NAME, RequestValidatorExtension.NAME),
              Spot.COMPONENTS,
              List.of(IntegrationExtension.SHARED),
              Spot.SCHEME,
              List.of(AuthorizerExtension.NAME, AuthtypeExtension.NAME),
              Spot.SERVER,
              List.of(EndpointConfigurationExtension.NAME),
              Spot.TAG,
              List.of(TagValueExtension.NAME)));
  private static final List<String> ALL =
      ALLOWED.values().stream().flatMap(List::stream).distinct().toList();

  /** The names of all extensions that are read. */
  public static List<String> names() {
    return ALL;
  }

  @Override
  public void read(OpenApiDocument document, ApiDraft draft) {
    walk(document, document.root(), Spot.ROOT);
  }

  private static void walk(OpenApiDocument document, Node node, Spot spot) {
    node.asArray().ifPresent(array -> array.items().forEach(item -> walk(document, item, spot)));
    node.asObject()
        .ifPresent(
            object -> object.members().values().forEach(member -> member(document, member, spot)));
  }

  private static void member(OpenApiDocument document, ObjectNode.Member member, Spot spot) {
    String name = member.name();
    if (isOurs(name) && !allows(spot, name)) {
      report(document, member, spot);
    } else if (name.equals(AnyMethodExtension.NAME)
        || !(name.startsWith("x-") || OPAQUE.contains(name))) {
      walk(document, member.value(), spot.of(name));
    }
  }

  private static boolean allows(Spot spot, String name) {
    return ALLOWED.getOrDefault(spot, List.of()).contains(name);
  }

  private static boolean isOurs(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.startsWith("x-amazon-")
        || (lower.startsWith("x-") && lower.contains("apigateway"));
  }

  private static void report(OpenApiDocument document, ObjectNode.Member member, Spot spot) {
    String name = member.name();
    boolean known = ALL.contains(name);
    document.report(
        DocumentCodes.GM2107,
        member.key().range(),
        known
            ? "\"%s\" means nothing %s and is ignored".formatted(name, spot.words)
            : "extension \"%s\" is not known and is ignored".formatted(name),
        known ? "it has a meaning " + places(name) : correction(name));
  }

  private static String places(String name) {
    return Arrays.stream(Spot.values())
        .filter(spot -> allows(spot, name))
        .map(spot -> spot.words)
        .collect(Collectors.joining(" or "));
  }

  private static String correction(String name) {
    String rest = name.toLowerCase(Locale.ROOT).replaceFirst("^x-.*?gateway-", "");
    List<String> known = ALL.stream().map(each -> each.substring(PREFIX.length())).toList();
    return DidYouMean.closest(rest, known)
        .map(closest -> "did you mean \"" + PREFIX + closest + "\"?")
        .orElse("remove it");
  }
}
