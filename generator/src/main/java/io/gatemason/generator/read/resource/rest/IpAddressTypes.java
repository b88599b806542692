package io.gatemason.generator.read.resource.rest;

import io.gatemason.generator.diagnostics.DocumentCodes;
import io.gatemason.generator.read.resource.ResourceFields;
import io.gatemason.generator.read.resource.TemplateResource;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ScalarNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * From which addresses the service lets a REST API be called: private APIs from both kinds alone.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/api/API_EndpointConfiguration.html">EndpointConfiguration</a>
 */
public final class IpAddressTypes {
  private static final String DUALSTACK = "dualstack";
  private static final List<String> ALL = List.of("ipv4", DUALSTACK);

  private IpAddressTypes() {}

  /** Reports what the service refuses. */
  public static void check(TemplateResource api) {
    Optional<Node> written = api.fields().value("EndpointConfiguration");
    if (written.flatMap(Node::asObject).isEmpty()) {
      return; // None, or the name of a type, as SAM takes it.
    }
    ResourceFields fields = api.fields().object("EndpointConfiguration").orElseThrow();
    Optional<ScalarNode> addresses = fields.text("IpAddressType");
    if (addresses.filter(text -> !ALL.contains(text.text())).isPresent()) {
      report(
          api,
          addresses.get(),
          "an API has no addresses of type \"" + addresses.get().text() + "\"",
          "write ipv4 or dualstack");
    } else if (isPrivate(fields)
        && addresses.filter(text -> !text.text().equals(DUALSTACK)).isPresent()) {
      report(
          api,
          addresses.get(),
          "Only dualstack ipAddressType is supported for Private APIs.",
          "write dualstack, or leave it out");
    }
  }

  private static boolean isPrivate(ResourceFields fields) {
    return Stream.concat(fields.texts("Types").stream(), fields.text("Type").stream())
        .anyMatch(type -> type.text().equals("PRIVATE"));
  }

  private static void report(
      TemplateResource api, ScalarNode addresses, String problem, String right) {
    api.report(DocumentCodes.GM2105, addresses.range(), problem, right);
  }
}
