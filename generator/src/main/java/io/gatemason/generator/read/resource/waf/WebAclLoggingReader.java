package io.gatemason.generator.read.resource.waf;

import io.gatemason.generator.diagnostics.WebAclCodes;
import io.gatemason.generator.model.waf.WebAclLogging;
import io.gatemason.generator.model.waf.WebAclLogging.Condition;
import io.gatemason.generator.model.waf.WebAclLogging.Filter;
import io.gatemason.generator.read.resource.Properties;
import io.gatemason.generator.read.resource.ResourceFields;
import io.gatemason.generator.read.resource.ResourceReader;
import io.gatemason.generator.read.resource.ServiceDraft;
import io.gatemason.generator.read.resource.TemplateResource;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.Placed;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says what a web ACL writes of the requests that it judges. */
public final class WebAclLoggingReader implements ResourceReader {

  @Override
  public List<String> types() {
    return List.of("AWS::WAFv2::LoggingConfiguration");
  }

  @Override
  public Properties takes() {
    return Properties.of("LogDestinationConfigs", "ResourceArn")
        .with(
            "LoggingFilter",
            Properties.of("DefaultBehavior")
                .with(
                    "Filters",
                    Properties.of("Behavior", "Requirement")
                        .with(
                            "Conditions",
                            Properties.NONE
                                .with("ActionCondition", Properties.of("Action"))
                                .with("LabelNameCondition", Properties.of("LabelName")))))
        .with("RedactedFields", StatementProperties.FIELD);
  }

  @Override
  public Properties describes() {
    return Properties.NONE;
  }

  @Override
  public void read(TemplateResource resource, ServiceDraft draft) {
    ResourceFields fields = resource.fields();
    fields.demand("LogDestinationConfigs");
    fields.demand("ResourceArn");
    Optional<TemplateResource> acl =
        fields
            .written("ResourceArn")
            .flatMap(resource::target)
            .filter(target -> target.type().equals("AWS::WAFv2::WebACL"));
    if (acl.isEmpty() && fields.written("ResourceArn").isPresent()) {
      resource.report(
          WebAclCodes.GM2960,
          fields.range("ResourceArn"),
          "\"ResourceArn\" refers to no AWS::WAFv2::WebACL of the template",
          "refer to it by !GetAtt and its Arn");
    }
    Optional<ResourceFields> filter = fields.object("LoggingFilter");
    filter.ifPresent(each -> each.demand("DefaultBehavior"));
    fields
        .written("LogDestinationConfigs")
        .flatMap(Node::asArray)
        .filter(list -> list.items().size() > 1)
        .ifPresent(
            list ->
                resource.report(
                    WebAclCodes.GM2962,
                    list.items().get(1).range(),
                    "a web ACL has one log, and no second",
                    "name one destination"));
    FieldReader parts = new FieldReader(resource, "\"RedactedFields\"");
    acl.ifPresent(
        target ->
            draft
                .waf()
                .log(
                    target.id(),
                    new WebAclLogging(
                        resource.range(),
                        destination(resource, fields),
                        fields.objects("RedactedFields").stream()
                            .flatMap(part -> parts.field(part).stream())
                            .toList(),
                        filter
                            .flatMap(each -> each.choice("DefaultBehavior", Behavior.class))
                            .map(behavior -> behavior.value() == Behavior.KEEP)
                            .orElse(true),
                        filter.stream()
                            .flatMap(each -> each.objects("Filters").stream())
                            .map(WebAclLoggingReader::filter)
                            .toList())));
  }

  private static Optional<Placed<String>> destination(
      TemplateResource resource, ResourceFields fields) {
    return fields.written("LogDestinationConfigs").stream()
        .flatMap(
            list -> list.asArray().map(array -> array.items().stream()).orElse(Stream.of(list)))
        .findFirst()
        .flatMap(
            arn ->
                resource
                    .target(arn)
                    .map(WafParts::name)
                    .or(
                        () ->
                            resource
                                .valueIfKnown(arn)
                                .flatMap(value -> value.asScalar())
                                .map(text -> new Placed<>(text.text(), arn.range()))));
  }

  /** What becomes of a line. */
  private enum Behavior {
    KEEP,
    DROP
  }

  /** How many conditions have to hold. */
  private enum Requirement {
    MEETS_ALL,
    MEETS_ANY
  }

  private static Filter filter(ResourceFields fields) {
    fields.demand("Behavior");
    fields.demand("Requirement");
    fields.demand("Conditions");
    return new Filter(
        fields
            .choice("Behavior", Behavior.class)
            .map(behavior -> behavior.value() == Behavior.KEEP)
            .orElse(true),
        fields
            .choice("Requirement", Requirement.class)
            .map(requirement -> requirement.value() == Requirement.MEETS_ALL)
            .orElse(true),
        fields.objects("Conditions").stream()
            .flatMap(
                each ->
                    Stream.concat(
                        each
                            .object("ActionCondition")
                            .flatMap(action -> action.string("Action"))
                            .map(action -> new Condition(false, action.value()))
                            .stream(),
                        each
                            .object("LabelNameCondition")
                            .flatMap(label -> label.string("LabelName"))
                            .map(label -> new Condition(true, label.value()))
                            .stream()))
            .toList());
  }
}
