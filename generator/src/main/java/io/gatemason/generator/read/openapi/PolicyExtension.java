package io.gatemason.generator.read.openapi;

import io.gatemason.generator.model.ResourcePolicy;
import io.gatemason.generator.read.document.OpenApiDocument;

/**
 * The resource policy of the API: a policy document as an object
 * (docs/behaviour/import.md#small-extensions).
 */
public final class PolicyExtension implements RootReader {
  /** The extension's name. */
  public static final String NAME = "x-amazon-apigateway-policy";

  @Override
  public void read(OpenApiDocument document, ApiDraft draft) {
    draft.resourcePolicy =
        document.fields().object(NAME).map(policy -> new ResourcePolicy(policy.node()));
  }
}
