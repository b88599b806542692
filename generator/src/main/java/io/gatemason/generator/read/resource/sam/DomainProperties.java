package io.gatemason.generator.read.resource.sam;

import io.gatemason.generator.read.resource.Properties;
import io.gatemason.generator.read.resource.rest.DomainNameReader;

/** What {@code Domain} says in APIs. */
final class DomainProperties {
  /** What is read. */
  static final Properties TAKES =
      Properties.of("BasePath", "DomainName", "NormalizeBasePath", "Policy", "SecurityPolicy")
          .with("MutualTlsAuthentication", DomainNameReader.MUTUAL_TLS);

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
}
