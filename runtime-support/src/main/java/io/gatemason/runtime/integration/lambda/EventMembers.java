package io.gatemason.runtime.integration.lambda;

import com.fasterxml.jackson.core.JsonGenerator;
import io.gatemason.runtime.exchange.Exchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the members that the versions of the event have in common, or have in one shape. */
final class EventMembers {
  private final Exchange exchange;
  private final JsonGenerator out;

  EventMembers(Exchange exchange, JsonGenerator out) {
    this.exchange = exchange;
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

  /** The raw path variables that the request has, in the order of the path. */
  Map<String, String> pathParameters() {
    Map<String, String> values = new LinkedHashMap<>();
    for (String name : exchange.pathParameterNames()) {
      List<String> value = exchange.pathParameter(name);
      if (!value.isEmpty()) {
        values.put(name, value.getFirst());
      }
    }
    return values;
  }

  /** All decoded values by name, in the order of the request. */
  Map<String, List<String>> query() {
    Map<String, List<String>> values = new LinkedHashMap<>();
    exchange
        .query()
        .forEach(
            (name, value) -> values.computeIfAbsent(name, any -> new ArrayList<>(1)).add(value));
    return values;
  }
}
