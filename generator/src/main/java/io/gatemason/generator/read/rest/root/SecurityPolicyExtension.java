package io.gatemason.generator.read.rest.root;

import io.gatemason.generator.read.document.OpenApiDocument;

/** The TLS policy of the endpoint, one of the names of docs/behaviour/import.md#security-policy. */
public final class SecurityPolicyExtension implements RootReader {
  /** The extension's name. */
  public static final String NAME = "x-amazon-apigateway-security-policy";

  @Override
  public void read(OpenApiDocument document, ApiDraft draft) {
    draft.securityPolicy = document.fields().text(NAME);
  }
}
