package io.gatemason.generator.read.cloudformation;

import java.util.Arrays;
import java.util.Optional;

/**
 * Attributes of gateways and web ACLs that say more than an id or an ARN and can be made up.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-wafv2-webacl.html">Return
 *     values of a web ACL</a>
 */
enum MadeAttribute {
  HTTP_API("AWS::ApiGatewayV2::Api", "ApiEndpoint", "https://{n}.execute-api.{r}.{s}", ""),
  SAM_HTTP_API("AWS::Serverless::HttpApi", "ApiEndpoint", "https://{n}.execute-api.{r}.{s}", ""),
  WEB_ACL("AWS::WAFv2::WebACL", "LabelNamespace", "awswaf:{a}:webacl:{n}:", "Name"),
  RULE_GROUP("AWS::WAFv2::RuleGroup", "LabelNamespace", "awswaf:{a}:rulegroup:{n}:", "Name");

  private final String type;
  private final String attribute;
  private final String form;
  private final String naming;

  MadeAttribute(String type, String attribute, String form, String naming) {
    this.type = type;
    this.attribute = attribute;
    this.form = form;
    this.naming = naming;
  }

  static Optional<MadeAttribute> of(String type, String attribute) {
    return Arrays.stream(values())
        .filter(made -> made.type.equals(type) && made.attribute.equals(attribute))
        .findFirst();
  }

  /** The form of the value, with region, account, name and suffix of URLs in braces. */
  String form() {
    return form;
  }

  /** The property that says the name; the logical name where it says nothing. */
  String naming() {
    return naming;
  }
}
