package io.gatemason.runtime.function.event;

import com.fasterxml.jackson.core.JsonGenerator;
import io.gatemason.runtime.exchange.ContextSlots;
import io.gatemason.runtime.exchange.ContextVariable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the members that the versions of the event have in common, or have in one shape. */
final class EventMembers {
  private final JsonGenerator out;

  EventMembers(JsonGenerator out) {
    this.out = out;
  }

  JsonGenerator out() {
    return out;
  }

  /** A text, or null. */
  void text(String member, @Nullable String value) throws IOException {
    if (value == null) {
      out.writeNullField(member);
    } else {
      out.writeStringField(member, value);
    }
  }

  /** A text, nothing if there is none. */
  void textIfAny(String member, @Nullable String value) throws IOException {
    if (value != null) {
      out.writeStringField(member, value);
    }
  }

  /** A value that an authorizer gave, of any type. */
  void any(@Nullable Object value) throws IOException {
    switch (value) {
      case null -> out.writeNull();
      case Map<?, ?> map -> {
        out.writeStartObject();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          out.writeFieldName(String.valueOf(entry.getKey()));
          any(entry.getValue());
        }
        out.writeEndObject();
      }
      case List<?> list -> {
        out.writeStartArray();
        for (Object each : list) {
          any(each);
        }
        out.writeEndArray();
      }
      case Number number -> out.writeNumber(number.toString());
      case Boolean truth -> out.writeBoolean(truth);
      default -> out.writeString(value.toString());
    }
  }

  /** A time in milliseconds as the number that its text is. */
  void number(String member, String value) throws IOException {
    out.writeFieldName(member);
    out.writeNumber(value);
  }

  /** The certificate that the client presented. */
  void clientCert(ContextSlots context) throws IOException {
    out.writeObjectFieldStart("clientCert");
    text("clientCertPem", context.text(ContextVariable.IDENTITY_CLIENT_CERT_CLIENT_CERT_PEM));
    text("issuerDN", context.text(ContextVariable.IDENTITY_CLIENT_CERT_ISSUER_DN));
    text("serialNumber", context.text(ContextVariable.IDENTITY_CLIENT_CERT_SERIAL_NUMBER));
    text("subjectDN", context.text(ContextVariable.IDENTITY_CLIENT_CERT_SUBJECT_DN));
    out.writeObjectFieldStart("validity");
    text("notAfter", context.text(ContextVariable.IDENTITY_CLIENT_CERT_VALIDITY_NOT_AFTER));
    text("notBefore", context.text(ContextVariable.IDENTITY_CLIENT_CERT_VALIDITY_NOT_BEFORE));
    out.writeEndObject();
    out.writeEndObject();
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
