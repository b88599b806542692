package io.gatemason.generator.read.resource.rest;

import io.gatemason.generator.diagnostics.AuthorizationCodes;
import io.gatemason.generator.diagnostics.DocumentCodes;
import io.gatemason.generator.diagnostics.ResourceCodes;
import io.gatemason.generator.model.policy.ResourcePolicy;
import io.gatemason.generator.model.service.DomainName;
import io.gatemason.generator.model.service.DomainName.MutualTls;
import io.gatemason.generator.model.service.DomainName.Routing;
import io.gatemason.generator.read.cloudformation.JsonText;
import io.gatemason.generator.read.policy.PolicyReader;
import io.gatemason.generator.read.resource.Properties;
import io.gatemason.generator.read.resource.ResourceFields;
import io.gatemason.generator.read.resource.ResourceReader;
import io.gatemason.generator.read.resource.ServiceDraft;
import io.gatemason.generator.read.resource.TemplateResource;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.Placed;
import io.gatemason.generator.source.ScalarNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A custom domain of REST APIs, also a private one. */
public final class DomainNameReader implements ResourceReader {
  /** Which clients may connect. */
  public static final Properties MUTUAL_TLS = Properties.of("TruststoreUri", "TruststoreVersion");

  private enum AccessMode {
    BASIC,
    STRICT
  }

  private static final Map<String, Routing> ROUTING =
      new TreeMap<>(
          Map.of(
              "API_MAPPING_ONLY", Routing.MAPPING_ONLY,
              "BASE_PATH_MAPPING_ONLY", Routing.MAPPING_ONLY,
              "ROUTING_RULE_ONLY", Routing.RULE_ONLY,
              "ROUTING_RULE_THEN_API_MAPPING", Routing.RULE_THEN_MAPPING,
              "ROUTING_RULE_THEN_BASE_PATH_MAPPING", Routing.RULE_THEN_MAPPING));

  @Override
  public List<String> types() {
    return List.of("AWS::ApiGateway::DomainName", "AWS::ApiGateway::DomainNameV2");
  }

  @Override
  public Properties takes() {
    return Properties.of(
            "DomainName", "EndpointAccessMode", "RoutingMode", "SecurityPolicy", "Policy")
        .with("MutualTlsAuthentication", MUTUAL_TLS);
  }

  @Override
  public Properties describes() {
    return Properties.of(
            "CertificateArn",
            "RegionalCertificateArn",
            "OwnershipVerificationCertificateArn",
            "Tags")
        .with("EndpointConfiguration", Properties.of("Types", "IpAddressType"));
  }

  @Override
  public void read(TemplateResource resource, ServiceDraft draft) {
    ResourceFields fields = resource.fields();
    fields
        .required("DomainName")
        .ifPresent(
            name ->
                add(
                    new DomainName(
                        new Placed<>(name.text(), name.range()),
                        fields.string("SecurityPolicy"),
                        fields.object("MutualTlsAuthentication").flatMap(DomainNameReader::mutual),
                        fields
                            .choice("EndpointAccessMode", AccessMode.class)
                            .filter(mode -> mode.value() == AccessMode.STRICT)
                            .isPresent(),
                        routing(resource, fields),
                        List.of(),
                        List.of(),
                        policy(resource, fields)),
                    resource,
                    draft));
  }

  /** The policy that calls have to be allowed by; empty where it is none, which is reported. */
  public static Optional<ResourcePolicy> policy(TemplateResource resource, ResourceFields fields) {
    Optional<Node> written = fields.value("Policy").map(JsonText::parsed);
    Optional<ObjectNode> document = written.flatMap(Node::asObject);
    if (written.isPresent() && document.isEmpty()) {
      resource.report(
          AuthorizationCodes.GM2301,
          written.get().range(),
          "a policy is an object",
          "write Version and Statement");
    }
    return document.flatMap(new PolicyReader(resource::report)::read);
  }

  /** Adds a domain whose name no other has. */
  public static void add(DomainName domain, TemplateResource resource, ServiceDraft draft) {
    if (!draft.domain(domain)) {
      resource.report(
          ResourceCodes.GM2217,
          domain.name().range(),
          "another resource declares the domain \"" + domain.name().value() + "\"",
          "domain names are unique in a service; rename one of them");
    }
  }

  /** Which clients may connect; empty where the authorities are missing, which is reported. */
  public static Optional<MutualTls> mutual(ResourceFields fields) {
    return fields
        .required("TruststoreUri")
        .map(
            uri ->
                new MutualTls(
                    fields.range(),
                    new Placed<>(uri.text(), uri.range()),
                    fields.text("TruststoreVersion").map(ScalarNode::text)));
  }

  /** What decides on the API of a request, whose name differs between the versions. */
  public static Routing routing(TemplateResource resource, ResourceFields fields) {
    Optional<ScalarNode> mode = fields.text("RoutingMode");
    Optional<Routing> routing = mode.flatMap(text -> Optional.ofNullable(ROUTING.get(text.text())));
    if (mode.isPresent() && routing.isEmpty()) {
      resource.report(
          DocumentCodes.GM2105,
          mode.get().range(),
          "\"RoutingMode\" cannot be \"" + mode.get().text() + "\"",
          "write one of " + String.join(", ", ROUTING.keySet()));
    }
    return routing.orElse(Routing.MAPPING_ONLY);
  }
}
