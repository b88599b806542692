package io.gatemason.generator.read.rest;

import io.gatemason.generator.read.document.Fields;
import io.gatemason.generator.source.ScalarNode;

/**
 * What a security scheme stands for: {@code awsSigv4} asks for signed requests; {@code
 * cognito_user_pools}, {@code custom}, {@code oauth2} and any other text inform about the
 * authorizer beside it (docs/behaviour/import.md#small-extensions).
 */
final class AuthtypeExtension {
  /** The extension's name. */
  static final String NAME = "x-amazon-apigateway-authtype";

  private AuthtypeExtension() {}

  /** Whether a scheme asks for signed requests. */
  static boolean isSigned(Fields scheme) {
    return scheme.text(NAME).map(ScalarNode::text).filter("awsSigv4"::equalsIgnoreCase).isPresent();
  }
}
