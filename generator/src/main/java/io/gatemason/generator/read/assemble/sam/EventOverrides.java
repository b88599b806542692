package io.gatemason.generator.read.assemble.sam;

import io.gatemason.generator.diagnostics.DocumentCodes;
import io.gatemason.generator.diagnostics.ResourceCodes;
import io.gatemason.generator.read.assemble.ObjectDraft;
import io.gatemason.generator.read.assemble.Operations;
import io.gatemason.generator.read.resource.ResourceFields;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.ObjectNode.Member;
import io.gatemason.generator.source.ScalarNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What events that override the document say about who may call its methods. */
record EventOverrides(Map<String, Member> said) {
  /** Reads the events of an API; what has no effect beside its document is reported. */
  static EventOverrides of(List<Events.Event> events, SamAuth auth) {
    Map<String, Member> said = new HashMap<>();
    for (Events.Event event : events) {
      Optional<ResourceFields> own = event.fields().object("Auth");
      if (own.filter(fields -> fields.isTrue("OverrideApiAuth")).isPresent()) {
        String path = event.fields().text("Path").map(ScalarNode::text).orElse("");
        ObjectDraft operation = new ObjectDraft(event.range());
        auth.ofEvent(event, operation);
        Optional<Member> security = operation.build().member("security");
        own.flatMap(fields -> fields.written("ResourcePolicy"))
            .ifPresent(
                policy ->
                    event
                        .owner()
                        .report(
                            ResourceCodes.GM2222,
                            policy.range(),
                            "\"ResourcePolicy\" of an event is not applied beside a document",
                            "write it into \"Auth\" of the API"));
        Optional<ScalarNode> method = event.fields().text("Method");
        if (method.isPresent() && security.isPresent()) {
          said.put(SamApi.verb(method.get()) + " " + path, security.get());
        }
      } else if (own.isPresent()) {
        event
            .owner()
            .report(
                DocumentCodes.GM2112,
                own.get().range(),
                "\"Auth\" of an event has no effect beside a document",
                "write security into the document, or OverrideApiAuth: true");
      }
    }
    return new EventOverrides(said);
  }

  boolean isEmpty() {
    return said.isEmpty();
  }

  /** The document with what the events say. */
  ObjectNode over(ObjectNode document) {
    return Operations.withPaths(
        document,
        (path, item) ->
            Operations.withOperations(
                item,
                (verb, operation) ->
                    Optional.ofNullable(said.get(verb + " " + path))
                        .map(security -> Operations.with(operation, security))
                        .orElse(operation)));
  }
}
