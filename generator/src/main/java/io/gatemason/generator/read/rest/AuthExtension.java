package io.gatemason.generator.read.rest;

import io.gatemason.generator.model.Authorization;
import io.gatemason.generator.read.document.Fields;
import java.util.List;
import java.util.Optional;

/**
 * The authorization of one operation: {@code {"type": "AWS_IAM"}} asks for signed requests and
 * {@code NONE} for nothing; other types are refused, because they are not documented and a method
 * must not stay open by a misunderstanding (docs/behaviour/import.md#small-extensions).
 */
final class AuthExtension {
  /** The extension's name. */
  static final String NAME = "x-amazon-apigateway-auth";

  private AuthExtension() {}

  /** What the operation says; empty where it says nothing. */
  static Optional<Authorization> read(Fields operation) {
    Optional<Fields> auth = operation.object(NAME);
    auth.ifPresent(fields -> fields.allow(List.of("type")));
    return auth.flatMap(
        fields ->
            fields
                .choice("type", List.of("AWS_IAM", "NONE"))
                .map(
                    type ->
                        type.equals("NONE")
                            ? new Authorization.None()
                            : new Authorization.Iam(fields.range("type"))));
  }
}
