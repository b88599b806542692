package io.gatemason.generator.read.resource.waf;

import io.gatemason.generator.model.service.WebAcl.GuardedStage;
import io.gatemason.generator.read.resource.Properties;
import io.gatemason.generator.read.resource.ResourceFields;
import io.gatemason.generator.read.resource.ResourceReader;
import io.gatemason.generator.read.resource.ServiceDraft;
import io.gatemason.generator.read.resource.TemplateResource;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ScalarNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says which stage a web ACL guards, by the stage's ARN. */
public final class WebAclAssociationReader implements ResourceReader {
  private static final Pattern STAGE =
      Pattern.compile("arn:[^:]*:apigateway:[^:]*:[^:]*:/(?:restapis|apis)/([^/]+)/stages/(.+)");

  @Override
  public List<String> types() {
    return List.of("AWS::WAFv2::WebACLAssociation");
  }

  @Override
  public Properties takes() {
    return Properties.of("ResourceArn", "WebACLArn");
  }

  @Override
  public Properties describes() {
    return Properties.NONE;
  }

  @Override
  public void read(TemplateResource resource, ServiceDraft draft) {
    ResourceFields fields = resource.fields();
    Optional<TemplateResource> acl = fields.written("WebACLArn").flatMap(resource::target);
    Optional<Matcher> stage =
        fields
            .written("ResourceArn")
            .flatMap(resource::valueIfKnown)
            .flatMap(Node::asScalar)
            .map(ScalarNode::text)
            .map(STAGE::matcher)
            .filter(Matcher::matches);
    Optional<String> api = stage.flatMap(arn -> draft.apiNamed(resource.template(), arn.group(1)));
    if (acl.isPresent() && api.isPresent()) {
      draft.guard(
          acl.get().id(), new GuardedStage(resource.range(), api.get(), stage.get().group(2)));
    }
  }
}
