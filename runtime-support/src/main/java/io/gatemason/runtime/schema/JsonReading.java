package io.gatemason.runtime.schema;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/**
 * Strict JSON (RFC 8259) from UTF-8 bytes: numbers exact, nesting at most 1,000 levels, numbers at
 * most 1,000 characters, nothing after the value. A UTF-8 byte order mark is skipped; the other
 * Unicode encodings are refused.
 */
final class JsonReading {
  private static final JsonFactory FACTORY =
      ((JsonFactoryBuilder) JsonFactory.builder())
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .enable(StreamReadFeature.USE_FAST_BIG_NUMBER_PARSER)
          .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
          .build();
  private static final ObjectReader TREES =
      JsonMapper.builder(FACTORY)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build()
          .reader();

  private JsonReading() {}

  static JsonParser parser(byte[] body) throws IOException {
    if (body.length > 1 && (body[0] == 0 || body[1] == 0 || isUtf16Mark(body[0], body[1]))) {
      throw new MalformedJsonException("not UTF-8");
    }
    return FACTORY.createParser(body);
  }

  private static boolean isUtf16Mark(byte first, byte second) {
    return (first == (byte) 0xFE && second == (byte) 0xFF)
        || (first == (byte) 0xFF && second == (byte) 0xFE);
  }

  /** The whole body as a tree; of two members with one name the last one counts. */
  static JsonNode tree(byte[] body) {
    try (JsonParser parser = parser(body)) {
      if (parser.nextToken() == null) {
        throw new MalformedJsonException("empty");
      }
      JsonNode tree = tree(parser);
      if (parser.nextToken() != null) {
        throw new MalformedJsonException("text after the value");
      }
      return tree;
    } catch (IOException e) {
      throw new MalformedJsonException(e);
    }
  }

  /** The value at which a parser stands; leaves it at the value's last token. */
  static JsonNode tree(JsonParser parser) throws IOException {
    try {
      return TREES.readTree(parser);
    } catch (NumberFormatException beyondBigDecimal) {
      throw new MalformedJsonException(beyondBigDecimal);
    }
  }

  /** A constant of a schema. */
  static JsonNode constant(String json) {
    try (JsonParser parser = FACTORY.createParser(json)) {
      parser.nextToken();
      return tree(parser);
    } catch (IOException e) {
      throw new IllegalArgumentException("Not JSON: " + json, e);
    }
  }
}
