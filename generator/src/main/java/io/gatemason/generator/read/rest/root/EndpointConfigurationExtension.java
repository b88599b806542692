package io.gatemason.generator.read.rest.root;

import io.gatemason.generator.diagnostics.DocumentCodes;
import io.gatemason.generator.read.document.Fields;
import io.gatemason.generator.read.document.OpenApiDocument;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ScalarNode;
import java.util.List;
import java.util.Optional;

/**
 * How the default endpoint is reached, at the root (2.0) or in a server (3.x; also found at the
 * root there): {@code disableExecuteApiEndpoint}, {@code vpcEndpointIds}; {@code ipAddressType}
 * belongs to HTTP APIs; {@code types} is what the resource of the API says
 * (docs/behaviour/import.md#endpoint).
 */
public final class EndpointConfigurationExtension implements RootReader {
  /** The extension's name. */
  public static final String NAME = "x-amazon-apigateway-endpoint-configuration";

  private static final List<String> KNOWN =
      List.of("disableExecuteApiEndpoint", "vpcEndpointIds", "ipAddressType", "types");

  private static final List<String> TYPES = List.of("EDGE", "REGIONAL", "PRIVATE");

  @Override
  public void read(OpenApiDocument document, ApiDraft draft) {
    document.fields().object(NAME).ifPresent(fields -> read(document, draft, fields));
    for (Node server : document.fields().standardItems("servers")) {
      server
          .asObject()
          .flatMap(s -> document.fields(s, "a server").object(NAME))
          .ifPresent(fields -> read(document, draft, fields));
    }
  }

  private static void read(OpenApiDocument document, ApiDraft draft, Fields fields) {
    fields.allow(KNOWN);
    draft.executeApiEndpointDisabled |= fields.bool("disableExecuteApiEndpoint");
    draft.vpcEndpointIds = fields.texts("vpcEndpointIds").stream().map(ScalarNode::text).toList();
    List<ScalarNode> types = types(fields);
    check(document, types);
    types.stream()
        .filter(type -> type.text().equals("PRIVATE"))
        .findFirst()
        .ifPresent(type -> draft.privateEndpoint = Optional.of(type.range()));
    draft.regionalEndpoint |= types.stream().anyMatch(type -> type.text().equals("REGIONAL"));
    Optional<ScalarNode> refused =
        fields
            .text("ipAddressType")
            .filter(version -> version.text().equals("ipv4") && draft.privateEndpoint.isPresent());
    refused.ifPresent(
        version ->
            document.report(
                DocumentCodes.GM2105,
                version.range(),
                "Only dualstack ipAddressType is supported for Private APIs.",
                "write dualstack, or leave it out"));
    for (String name : List.of("vpcEndpointIds", "ipAddressType")) {
      if (fields.value(name).isPresent() && (name.equals("vpcEndpointIds") || refused.isEmpty())) {
        document.report(
            DocumentCodes.GM2112,
            fields.range(name),
            "\"" + name + "\" of \"" + NAME + "\" has no effect outside the managed service",
            "restrict access with the listener settings of the generated service");
      }
    }
  }

  private static void check(OpenApiDocument document, List<ScalarNode> types) {
    for (ScalarNode type : types) {
      if (!TYPES.contains(type.text())) {
        document.report(
            DocumentCodes.GM2105,
            type.range(),
            "an API has no endpoint of type \"" + type.text() + "\"",
            "write EDGE, REGIONAL or PRIVATE");
      }
    }
    if (types.size() > 1) {
      document.report(
          DocumentCodes.GM2105,
          types.get(1).range(),
          "Cannot create an api with multiple Endpoint Types.",
          "name one of them");
    }
  }

  /** SAM names one kind of endpoint, without a list. */
  private static List<ScalarNode> types(Fields fields) {
    return fields
        .value("types")
        .flatMap(Node::asScalar)
        .map(List::of)
        .orElseGet(() -> fields.texts("types"));
  }
}
