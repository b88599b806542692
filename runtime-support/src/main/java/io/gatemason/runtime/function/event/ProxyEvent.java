package io.gatemason.runtime.function.event;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.exchange.Exchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The event that a proxy integration invokes its function with. */
public final class ProxyEvent {
  /** A virtual thread per request would never see a buffer of its own again. */
  private static final JsonFactory JSON =
      JsonFactory.builder().recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool()).build();

  private static final int TYPICAL_BYTES = 4_096;

  private ProxyEvent() {}

  /**
   * The event of a REQUEST authorizer for the request of {@code exchange}, whose body it never
   * holds: JSON in UTF-8 (docs/behaviour/authorization.md#request-event).
   */
  public static byte[] ofAuthorizer(Exchange exchange, String methodArn) {
    return written(
        TYPICAL_BYTES,
        members -> {
          if (exchange.context().text(ContextVariable.EVENT_TYPE) != null) {
            new EventSocket(exchange, members).writeAuthorizer(methodArn);
          } else {
            new EventV1(exchange, members, true).writeAuthorizer(methodArn);
          }
        });
  }

  /**
   * The event of an authorizer of an HTTP API (docs/behaviour/http-api.md#functions): JSON in
   * UTF-8.
   *
   * @param identity the values of the identity sources in order
   */
  public static byte[] ofRouteAuthorizer(
      Exchange exchange, PayloadFormat format, String arn, List<String> identity) {
    return written(
        TYPICAL_BYTES,
        members -> {
          switch (format) {
            case V1_0 -> new EventV1(exchange, members, true).writeAuthorizer(arn, identity);
            case V2_0 -> new EventV2(exchange, members).writeAuthorizer(arn, identity);
            case WEBSOCKET -> throw new IllegalArgumentException(format + " is of no HTTP API");
          }
        });
  }

  /** The event for the request of {@code exchange}, whose body is read: JSON in UTF-8. */
  public static byte[] of(Exchange exchange, PayloadFormat format) {
    return of(exchange, new EventChanges(format));
  }

  /** The same with changes of what it tells of the request. */
  public static byte[] of(Exchange exchange, EventChanges changes) {
    byte[] body = exchange.bodyBytes();
    return written(
        TYPICAL_BYTES + body.length,
        members -> {
          switch (changes.format()) {
            case V1_0 -> new EventV1(exchange, members, false).write(body, changes);
            case V2_0 -> new EventV2(exchange, members).write(body, changes);
            case WEBSOCKET -> new EventSocket(exchange, members).write(body);
          }
        });
  }

  private static byte[] written(int length, Writing writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(length);
    try (JsonGenerator out = JSON.createGenerator(bytes, JsonEncoding.UTF8)) {
      writing.to(new EventMembers(out));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  @FunctionalInterface
  private interface Writing {
    void to(EventMembers members) throws IOException;
  }
}
