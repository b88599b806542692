package io.gatemason.generator.check.rest;

import io.gatemason.generator.check.rest.rule.Check;
import io.gatemason.generator.diagnostics.ApiCodes;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.rest.RestApi;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * A model of the document says something about its payload (docs/behaviour/validation.md#models). A
 * schema written in place may be empty: what becomes of that is not documented.
 */
public final class EmptyModels implements Check<RestApi> {

  @Override
  public void check(RestApi api, Diagnostics diagnostics) {
    for (ObjectNode.Member model : models(api.document()).members().values()) {
      if (model.value().asObject().filter(it -> it.members().isEmpty()).isPresent()) {
        diagnostics.report(
            ApiCodes.GM3119,
            model.key().range(),
            "model \"%s\": Model schema must have at least 1 property or array items defined"
                .formatted(model.name()),
            "write what the payload is, at least its \"type\"");
      }
    }
  }

  private static ObjectNode models(Node document) {
    return member(document, "definitions")
        .or(() -> member(document, "components").flatMap(node -> member(node, "schemas")))
        .flatMap(Node::asObject)
        .orElseGet(() -> new ObjectNode(document.range(), "", List.of()));
  }

  private static Optional<Node> member(Node node, String name) {
    return node.asObject().flatMap(object -> object.get(name));
  }
}
