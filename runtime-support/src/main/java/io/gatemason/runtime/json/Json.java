package io.gatemason.runtime.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Reads and writes JSON. Numbers keep their exact value, an object with two equal keys is refused,
 * and so is nesting deeper than {@value #MAX_DEPTH}. Safe for concurrent use.
 */
public final class Json {
  /** Deepest nesting of arrays and objects that is read. */
  public static final int MAX_DEPTH = 500;

  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build();
  private static final JsonMapper STRICT = mapper(JsonMapper.builder(factory()));

  private Json() {}

  /**
   * Reads one JSON value; throws {@link JsonFormatException} unless {@code text} is exactly one.
   */
  public static JsonNode read(String text) {
    try {
      return checked(STRICT.readTree(text));
    } catch (JsonProcessingException e) {
      throw new JsonFormatException(e.getOriginalMessage());
    }
  }

  /** As {@link #read(String)}, from UTF-8 bytes. */
  public static JsonNode read(byte[] utf8) {
    try {
      return checked(STRICT.readTree(utf8));
    } catch (JsonProcessingException e) {
      throw new JsonFormatException(e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The value as JSON without blanks. */
  public static String write(JsonNode value) {
    try {
      return STRICT.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new JsonFormatException(e.getOriginalMessage());
    }
  }

  /** The text as a JSON string with its quotes. */
  public static String quote(String text) {
    return "\"" + escape(text) + "\"";
  }

  /** The text as it stands between the quotes of a JSON string. */
  public static String escape(String text) {
    return new String(JsonStringEncoder.getInstance().quoteAsString(text));
  }

  /** A plain Java value as JSON. */
  static JsonNode tree(Object value) {
    return STRICT.valueToTree(value);
  }

  private static JsonNode checked(JsonNode node) {
    if (node.isMissingNode()) {
      throw new JsonFormatException("no value");
    }
    return node;
  }

  private static JsonFactory factory() {
    return JsonFactory.builder()
        .streamReadConstraints(LIMITS)
        // A thread per connection would keep buffers per connection.
        .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .build();
  }

  private static JsonMapper mapper(JsonMapper.Builder builder) {
    return builder
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
        .build();
  }
}
