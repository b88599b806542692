package io.gatemason.generator.read.resource.waf;

import io.gatemason.generator.model.service.WebAcl;
import io.gatemason.generator.read.resource.Properties;
import io.gatemason.generator.read.resource.ResourceReader;
import io.gatemason.generator.read.resource.ServiceDraft;
import io.gatemason.generator.read.resource.TemplateResource;
import io.gatemason.generator.source.Node;
import java.util.List;

/** A web ACL, or a set or group of rules that web ACLs refer to. */
public final class WebAclReader implements ResourceReader {
  private static final String PREFIX = "AWS::WAFv2::";

  private final String type;
  private final Properties takes;

  private WebAclReader(String type, Properties takes) {
    this.type = type;
    this.takes = takes;
  }

  /** The readers, one for each type. */
  public static List<ResourceReader> all() {
    return List.of(
        new WebAclReader("WebACL", webAcl()),
        new WebAclReader("RuleGroup", group()),
        new WebAclReader("IPSet", Properties.of("Addresses", "IPAddressVersion", "Name", "Scope")),
        new WebAclReader(
            "RegexPatternSet", Properties.of("Name", "RegularExpressionList", "Scope")));
  }

  private static Properties group() {
    return Properties.of("Capacity", "Name", "Scope")
        .with("Rules", RuleProperties.rule())
        .with("VisibilityConfig", RuleProperties.VISIBILITY)
        .withEach("CustomResponseBodies", RuleProperties.BODY);
  }

  private static Properties webAcl() {
    return Properties.of("Name", "Scope", "TokenDomains")
        .with("DefaultAction", RuleProperties.ACTION)
        .with("Rules", RuleProperties.rule())
        .with("VisibilityConfig", RuleProperties.VISIBILITY)
        .withEach("CustomResponseBodies", RuleProperties.BODY)
        .with(
            "AssociationConfig",
            Properties.NONE.withEach("RequestBody", Properties.of("DefaultSizeInspectionLimit")))
        .with("CaptchaConfig", RuleProperties.IMMUNITY)
        .with("ChallengeConfig", RuleProperties.IMMUNITY);
  }

  @Override
  public List<String> types() {
    return List.of(PREFIX + type);
  }

  @Override
  public Properties takes() {
    return takes;
  }

  @Override
  public Properties describes() {
    return Properties.of(
        "ApplicationConfig",
        "AvailableLabels",
        "ConsumedLabels",
        "DataProtectionConfig",
        "Description",
        "MonetizationConfig",
        "OnSourceDDoSProtectionConfig",
        "Tags");
  }

  @Override
  public void read(TemplateResource resource, ServiceDraft draft) {
    resource
        .value(resource.properties())
        .flatMap(Node::asObject)
        .ifPresent(
            properties ->
                draft.webAcl(
                    new WebAcl(resource.id(), resource.range(), type, properties, List.of())));
  }
}
