package io.gatemason.runtime.function.event;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Writes the members that the versions of the event have in common, or have in one shape. */
final class EventMembers {
  private final JsonGenerator out;

  EventMembers(JsonGenerator out) {
    this.out = out;
  }

  JsonGenerator out() {
    return out;
  }

  /** A value list as text, null if it is empty. */
  void text(String member, List<String> value) throws IOException {
    if (value.isEmpty()) {
      out.writeNullField(member);
    } else {
      out.writeStringField(member, value.getFirst());
    }
  }

  /** A time in milliseconds as the number that its text is. */
  void number(String member, List<String> value) throws IOException {
    out.writeFieldName(member);
    out.writeNumber(value.getFirst());
  }

  /** An object of texts. */
  void object(String member, Map<String, String> values) throws IOException {
    out.writeObjectFieldStart(member);
    for (Map.Entry<String, String> entry : values.entrySet()) {
      out.writeStringField(entry.getKey(), entry.getValue());
    }
    out.writeEndObject();
  }

  /** An array of texts. */
  void list(List<String> values) throws IOException {
    out.writeStartArray();
    for (String value : values) {
      out.writeString(value);
    }
    out.writeEndArray();
  }
}
