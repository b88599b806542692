package io.gatemason.generator.read.rest.root;

import io.gatemason.generator.diagnostics.AuthorizationCodes;
import io.gatemason.generator.read.document.OpenApiDocument;
import io.gatemason.generator.read.policy.PolicyReader;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ScalarNode;
import java.util.Optional;

/**
 * The resource policy of the API: a policy document as an object
 * (docs/behaviour/authorization.md#resource-policies). One that is empty is none.
 */
public final class PolicyExtension implements RootReader {
  /** The extension's name. */
  public static final String NAME = "x-amazon-apigateway-policy";

  @Override
  public void read(OpenApiDocument document, ApiDraft draft) {
    Optional<Node> written = document.fields().value(NAME).filter(value -> !empty(value));
    if (written.isEmpty()) {
      return;
    }
    if (written.get().asObject().isEmpty()) {
      document.report(
          AuthorizationCodes.GM2301,
          written.get().range(),
          "Invalid policy document. Please check the policy syntax and ensure that Principals are"
              + " valid: a policy is an object",
          "write Version and Statement");
      return;
    }
    draft.resourcePolicy = new PolicyReader(document::report).read(written.get().asObject().get());
  }

  private static boolean empty(Node value) {
    return value.asScalar().map(ScalarNode::text).filter(String::isBlank).isPresent();
  }
}
