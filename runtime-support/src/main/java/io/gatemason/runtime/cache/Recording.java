package io.gatemason.runtime.cache;

import io.gatemason.runtime.cache.CachedResponse.Field;
import io.gatemason.runtime.client.AnswerFields;
import io.gatemason.runtime.exchange.AnswerDoor;
import io.gatemason.runtime.payload.Payload;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the answer of a method while it is sent. What comes of it is told once: the answer, or null
 * if it is not to be kept, as soon as that is known. Source: {@code
 * docs/behaviour/caching.md#entries}.
 */
final class Recording implements AnswerDoor.Watcher {
  private static final int LARGEST_BYTES = 1_048_576;
  private static final Set<String> OF_ONE_REQUEST =
      Set.of(
          "connection",
          "content-length",
          "date",
          "transfer-encoding",
          "x-amz-apigw-id",
          "x-amzn-requestid",
          "x-amzn-trace-id");

  private final Consumer<@Nullable CachedResponse> result;
  private final String unkeptHeader;
  private boolean told;

  /**
   * A recording.
   *
   * @param unkeptHeader a header that the cache added for this request alone, in lower case, "" for
   *     none
   */
  Recording(String unkeptHeader, Consumer<@Nullable CachedResponse> result) {
    this.unkeptHeader = unkeptHeader;
    this.result = result;
  }

  @Override
  public Payload answer(int status, AnswerFields headers, Payload payload) {
    if (status < 200 || status > 299 || payload.length() > LARGEST_BYTES) {
      tell(null);
      return payload;
    }
    List<Field> fields = fields(headers);
    if (payload.buffered()) {
      tell(new CachedResponse(status, fields, payload.bytes()));
      return payload;
    }
    CopiedStream copied =
        new CopiedStream(
            payload.stream(),
            payload.length(),
            LARGEST_BYTES,
            body -> tell(body == null ? null : new CachedResponse(status, fields, body)));
    return Payload.of(copied, payload.length());
  }

  @Override
  public void end() {
    tell(null);
  }

  private void tell(@Nullable CachedResponse response) {
    if (!told) {
      told = true;
      result.accept(response);
    }
  }

  private List<Field> fields(AnswerFields headers) {
    List<Field> fields = new ArrayList<>(headers.count());
    for (int i = 0; i < headers.count(); i++) {
      String name = headers.name(i).toLowerCase(Locale.ROOT);
      if (!OF_ONE_REQUEST.contains(name) && !name.equals(unkeptHeader)) {
        fields.add(new Field(headers.name(i), headers.value(i)));
      }
    }
    return fields;
  }
}
