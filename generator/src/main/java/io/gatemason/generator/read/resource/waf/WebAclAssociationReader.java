package io.gatemason.generator.read.resource.waf;

import io.gatemason.generator.diagnostics.WebAclCodes;
import io.gatemason.generator.model.waf.WebAcl.GuardedStage;
import io.gatemason.generator.read.resource.Properties;
import io.gatemason.generator.read.resource.ResourceFields;
import io.gatemason.generator.read.resource.ResourceReader;
import io.gatemason.generator.read.resource.ServiceDraft;
import io.gatemason.generator.read.resource.TemplateResource;
import io.gatemason.generator.source.Node;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Says which stage a web ACL guards, by the stage's ARN. */
public final class WebAclAssociationReader implements ResourceReader {
  private static final Pattern ELSEWHERE =
      Pattern.compile(
          "AWS::(ElasticLoadBalancingV2|AppSync|Cognito|AppRunner|EC2|CloudFront|Amplify)::.*");

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
    fields.demand("ResourceArn");
    fields.demand("WebACLArn");
    Optional<Node> written = fields.written("ResourceArn");
    if (written.isEmpty() || fields.written("WebACLArn").isEmpty() || isElsewhere(resource)) {
      return;
    }
    Optional<TemplateResource> acl =
        fields
            .written("WebACLArn")
            .flatMap(resource::target)
            .filter(target -> target.type().equals("AWS::WAFv2::WebACL"));
    Optional<StageArn> stage = written.flatMap(arn -> StageArn.of(resource, arn));
    Optional<String> api = stage.flatMap(arn -> draft.apiNamed(resource.template(), arn.api()));
    if (acl.isEmpty()) {
      lost(resource, fields, "WebACLArn", "no web ACL of the template");
    } else if (api.isEmpty()) {
      lost(resource, fields, "ResourceArn", "no stage of an API of this service");
    } else {
      draft
          .waf()
          .guard(
              acl.get().id(),
              new GuardedStage(
                  fields.range("ResourceArn"), api.get(), stage.orElseThrow().stage()));
    }
  }

  /** Web ACLs guard other things too, which are none of a gateway's. */
  private static boolean isElsewhere(TemplateResource resource) {
    return resource
        .fields()
        .written("ResourceArn")
        .flatMap(resource::target)
        .filter(target -> ELSEWHERE.matcher(target.type()).matches())
        .isPresent();
  }

  private static void lost(
      TemplateResource resource, ResourceFields fields, String property, String problem) {
    resource.report(
        WebAclCodes.GM2950,
        fields.range(property),
        "\"" + property + "\" names " + problem + ", so that the web ACL guards nothing",
        property.equals("ResourceArn")
            ? "write !Sub 'arn:aws:apigateway:${AWS::Region}::/restapis/${Api}/stages/${Stage}'"
            : "refer to an AWS::WAFv2::WebACL of the same template with !GetAtt and its Arn");
  }
}
