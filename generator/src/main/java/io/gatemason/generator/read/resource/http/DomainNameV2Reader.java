package io.gatemason.generator.read.resource.http;

import io.gatemason.generator.model.service.DomainName;
import io.gatemason.generator.read.resource.Properties;
import io.gatemason.generator.read.resource.ResourceFields;
import io.gatemason.generator.read.resource.ResourceReader;
import io.gatemason.generator.read.resource.ServiceDraft;
import io.gatemason.generator.read.resource.TemplateResource;
import io.gatemason.generator.read.resource.rest.DomainNameReader;
import io.gatemason.generator.source.Placed;
import java.util.List;
import java.util.Optional;

/** A custom domain of HTTP and WebSocket APIs, which may lead to REST APIs too. */
public final class DomainNameV2Reader implements ResourceReader {
  @Override
  public List<String> types() {
    return List.of("AWS::ApiGatewayV2::DomainName");
  }

  @Override
  public Properties takes() {
    return Properties.of("DomainName", "RoutingMode")
        .with("DomainNameConfigurations", Properties.of("SecurityPolicy"))
        .with("MutualTlsAuthentication", DomainNameReader.MUTUAL_TLS);
  }

  @Override
  public Properties describes() {
    return Properties.of("Tags")
        .with(
            "DomainNameConfigurations",
            Properties.of(
                "CertificateArn",
                "CertificateName",
                "EndpointType",
                "IpAddressType",
                "OwnershipVerificationCertificateArn"));
  }

  @Override
  public void read(TemplateResource resource, ServiceDraft draft) {
    ResourceFields fields = resource.fields();
    Optional<Placed<String>> policy =
        fields.objects("DomainNameConfigurations").stream()
            .flatMap(configuration -> configuration.string("SecurityPolicy").stream())
            .findFirst();
    fields
        .required("DomainName")
        .ifPresent(
            name ->
                DomainNameReader.add(
                    new DomainName(
                        new Placed<>(name.text(), name.range()),
                        policy,
                        fields.object("MutualTlsAuthentication").flatMap(DomainNameReader::mutual),
                        false,
                        DomainNameReader.routing(resource, fields),
                        List.of(),
                        List.of(),
                        Optional.empty()),
                    resource,
                    draft));
  }
}
