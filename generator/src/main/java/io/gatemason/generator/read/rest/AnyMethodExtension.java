package io.gatemason.generator.read.rest;

/**
 * The operation that serves every verb which the path does not declare by itself: an operation
 * object in place of a verb's (docs/behaviour/import.md#small-extensions).
 */
final class AnyMethodExtension {
  /** The extension's name. */
  static final String NAME = "x-amazon-apigateway-any-method";

  private AnyMethodExtension() {}
}
