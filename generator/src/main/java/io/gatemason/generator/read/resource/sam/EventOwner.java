package io.gatemason.generator.read.resource.sam;

import io.gatemason.generator.read.resource.ResourceFields;
import io.gatemason.generator.read.resource.ServiceDraft;
import io.gatemason.generator.read.resource.TemplateResource;
import io.gatemason.generator.source.ObjectNode.Member;
import io.gatemason.generator.source.ScalarNode;
import java.util.List;
import java.util.Optional;

/** A function or state machine with events, which are methods of APIs. */
public final class EventOwner {
  private EventOwner() {}

  /** Reports events whose API is not there; what they say is read with their API. */
  public static void check(TemplateResource resource, ServiceDraft draft) {
    Optional<ResourceFields> events = resource.fields().object("Events");
    for (Member member : events.map(ResourceFields::writtenMembers).orElse(List.of())) {
      events.get().object(member.name()).ifPresent(event -> check(resource, draft, event));
    }
  }

  private static void check(TemplateResource resource, ServiceDraft draft, ResourceFields event) {
    String type = event.text("Type").map(ScalarNode::text).orElse("");
    Optional<ResourceFields> properties = event.object("Properties");
    if (type.equals("Api")) {
      properties.ifPresent(fields -> draft.api(resource, fields, "RestApiId"));
    } else if (type.equals("HttpApi")) {
      properties.ifPresent(fields -> draft.api(resource, fields, "ApiId"));
    }
  }
}
