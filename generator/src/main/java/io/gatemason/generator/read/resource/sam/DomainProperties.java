package io.gatemason.generator.read.resource.sam;

import io.gatemason.generator.model.service.ApiMapping;
import io.gatemason.generator.model.service.DomainName;
import io.gatemason.generator.model.service.DomainName.Routing;
import io.gatemason.generator.read.resource.Properties;
import io.gatemason.generator.read.resource.ResourceFields;
import io.gatemason.generator.read.resource.ServiceDraft;
import io.gatemason.generator.read.resource.TemplateResource;
import io.gatemason.generator.read.resource.rest.DomainNameReader;
import io.gatemason.generator.source.Placed;
import io.gatemason.generator.source.ScalarNode;
import java.util.List;
import java.util.Optional;

/** What {@code Domain} says in APIs: a custom domain and the base paths of it that lead to them. */
final class DomainProperties {
  /** What is read of all kinds of API. */
  static final Properties TAKES =
      Properties.of("BasePath", "DomainName", "Policy", "SecurityPolicy")
          .with("MutualTlsAuthentication", DomainNameReader.MUTUAL_TLS);

  /** What is read of REST APIs. */
  static final Properties TAKES_OF_REST = TAKES.and(Properties.of("NormalizeBasePath"));

  private static final String REST = "AWS::Serverless::Api";

  /** What the managed service's own machines do. */
  static final Properties DESCRIBES =
      Properties.of(
              "AccessAssociation",
              "CertificateArn",
              "EndpointConfiguration",
              "IpAddressType",
              "OwnershipVerificationCertificateArn")
          .with("Route53", Properties.ANYTHING);

  private DomainProperties() {}

  /**
   * Reads the domain of an API, which several APIs may share.
   *
   * @param stage the stage that it leads to
   */
  static void read(TemplateResource resource, String apiId, String stage, ServiceDraft draft) {
    Optional<ResourceFields> domain = resource.fields().object("Domain");
    Optional<ScalarNode> written = domain.flatMap(fields -> fields.required("DomainName"));
    if (written.isEmpty()) {
      return;
    }
    ResourceFields fields = domain.get();
    Placed<String> name = new Placed<>(written.get().text(), written.get().range());
    draft.domain(
        new DomainName(
            name,
            fields.string("SecurityPolicy"),
            fields.object("MutualTlsAuthentication").flatMap(DomainNameReader::mutual),
            false,
            Routing.MAPPING_ONLY,
            List.of(),
            List.of(),
            DomainNameReader.policy(resource, fields)));
    boolean normal =
        resource.type().equals(REST)
            && fields.bool("NormalizeBasePath").map(Placed::value).orElse(true);
    for (Placed<String> basePath : basePaths(fields, normal)) {
      draft.mapping(
          name,
          new ApiMapping(
              resource.range(), basePath, apiId, Optional.of(new Placed<>(stage, name.range()))));
    }
  }

  /** Without slashes around them; normal ones without all that is neither letter nor digit. */
  private static List<Placed<String>> basePaths(ResourceFields fields, boolean normal) {
    List<Placed<String>> paths =
        fields.texts("BasePath").stream()
            .map(
                path ->
                    new Placed<>(
                        path.text().replaceAll(normal ? "[^\\p{Alnum}]" : "^/+|/+$", ""),
                        path.range()))
            .toList();
    return paths.isEmpty() ? List.of(new Placed<>("", fields.range())) : paths;
  }
}
