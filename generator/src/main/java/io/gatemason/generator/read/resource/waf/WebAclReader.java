package io.gatemason.generator.read.resource.waf;

import io.gatemason.generator.diagnostics.WebAclCodes;
import io.gatemason.generator.model.waf.ResponseBody;
import io.gatemason.generator.model.waf.RuleGroup;
import io.gatemason.generator.model.waf.WebAcl;
import io.gatemason.generator.read.resource.Properties;
import io.gatemason.generator.read.resource.ResourceFields;
import io.gatemason.generator.read.resource.ResourceReader;
import io.gatemason.generator.read.resource.ServiceDraft;
import io.gatemason.generator.read.resource.TemplateResource;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.Placed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Web ACLs and rule groups. */
public final class WebAclReader implements ResourceReader {
  private static final String GROUP = "AWS::WAFv2::RuleGroup";
  private static final Properties RULES =
      Properties.of("Name", "Scope")
          .with("Rules", RuleProperties.rule())
          .with("VisibilityConfig", RuleProperties.VISIBILITY)
          .withEach("CustomResponseBodies", RuleProperties.BODY);

  private final String type;
  private final Properties takes;

  private WebAclReader(String type, Properties takes) {
    this.type = type;
    this.takes = takes;
  }

  /** The readers, one for each type. */
  public static List<ResourceReader> all() {
    return List.of(
        new WebAclReader("AWS::WAFv2::WebACL", RULES.and(ofWebAcl())),
        new WebAclReader(GROUP, RULES.and(Properties.of("Capacity"))));
  }

  private static Properties ofWebAcl() {
    return Properties.of("TokenDomains", "DataProtectionConfig")
        .with("DefaultAction", RuleProperties.ACTION)
        .with(
            "AssociationConfig",
            Properties.NONE.withEach("RequestBody", Properties.of("DefaultSizeInspectionLimit")))
        .with("CaptchaConfig", RuleProperties.IMMUNITY)
        .with("ChallengeConfig", RuleProperties.IMMUNITY);
  }

  @Override
  public List<String> types() {
    return List.of(type);
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
        "Description",
        "MonetizationConfig",
        "OnSourceDDoSProtectionConfig",
        "Tags");
  }

  @Override
  public void read(TemplateResource resource, ServiceDraft draft) {
    ResourceFields fields = resource.fields();
    Placed<String> name = WafParts.name(resource);
    RuleReader.visibility(fields);
    if (type.equals(GROUP)) {
      fields.demand("Capacity");
      draft
          .waf()
          .add(
              resource.id(),
              new RuleGroup(
                  resource.range(),
                  name,
                  RuleReader.rules(resource, fields),
                  bodies(fields),
                  fields.integer("Capacity")));
      return;
    }
    fields.demand("DefaultAction");
    fields
        .written("DataProtectionConfig")
        .ifPresent(
            written ->
                resource.report(
                    WebAclCodes.GM3951,
                    written.range(),
                    "DataProtectionConfig is not supported: logs show what it protects",
                    "name what they do not show in RedactedFields of an"
                        + " AWS::WAFv2::LoggingConfiguration, or allow GM3951 to go without"));
    draft
        .waf()
        .add(
            resource.id(),
            new WebAcl(
                resource.range(),
                name,
                !fields.text("Scope").map(text -> text.text().equals("CLOUDFRONT")).orElse(false),
                fields
                    .object("DefaultAction")
                    .flatMap(action -> ActionReader.of(resource, action, "\"DefaultAction\"")),
                RuleReader.rules(resource, fields),
                bodies(fields),
                inspected(fields),
                List.of(),
                Optional.empty()));
  }

  private static Map<String, ResponseBody> bodies(ResourceFields fields) {
    Map<String, ResponseBody> bodies = new LinkedHashMap<>();
    fields
        .object("CustomResponseBodies")
        .ifPresent(
            all -> {
              for (ObjectNode.Member member : all.writtenMembers()) {
                all.object(member.name())
                    .ifPresent(body -> body(body).ifPresent(b -> bodies.put(member.name(), b)));
              }
            });
    return bodies;
  }

  private static Optional<ResponseBody> body(ResourceFields fields) {
    fields.demand("ContentType");
    fields.demand("Content");
    Optional<Placed<ResponseBody.Type>> type =
        fields.choice("ContentType", ResponseBody.Type.class);
    Optional<Placed<String>> content = fields.string("Content");
    return type.isPresent() && content.isPresent()
        ? Optional.of(new ResponseBody(type.get().value(), content.get()))
        : Optional.empty();
  }

  /** How much of bodies can be inspected. */
  private enum InspectionLimit {
    KB_16,
    KB_32,
    KB_48,
    KB_64
  }

  private static Optional<Integer> inspected(ResourceFields fields) {
    return fields
        .object("AssociationConfig")
        .flatMap(config -> config.object("RequestBody"))
        .flatMap(body -> body.object("API_GATEWAY"))
        .flatMap(limit -> limit.choice("DefaultSizeInspectionLimit", InspectionLimit.class))
        .map(limit -> limit.value().name().toLowerCase(Locale.ROOT).substring("kb_".length()))
        .map(kilobytes -> Integer.parseInt(kilobytes) * 1024);
  }
}
