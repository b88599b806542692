package io.gatemason.runtime.schema;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.gatemason.runtime.json.JsonFormatException;
import io.gatemason.runtime.json.JsonScanner;
import io.gatemason.runtime.payload.JsonWeight;
import io.gatemason.runtime.payload.MemoryBudget;
import java.io.IOException;

/** Trees with exact numbers, of bytes that {@link JsonScanner} has accepted. */
final class JsonReading {
  private static final ObjectReader TREES =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.USE_FAST_BIG_NUMBER_PARSER)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(JsonScanner.MAX_DEPTH)
                          .maxNameLength(Integer.MAX_VALUE)
                          .maxStringLength(Integer.MAX_VALUE)
                          .build())
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build()
          .reader();

  private JsonReading() {}

  /** The whole body as a tree; of two members with one name the last one counts. */
  static JsonNode tree(byte[] body) {
    new StreamCursor(body).finish();
    return tree(body, 0, body.length);
  }

  /** One value as a tree. */
  static JsonNode tree(byte[] body, int start, int end) {
    MemoryBudget.hold(JsonWeight.of(body, start, end) + end - start);
    try {
      return TREES.readTree(body, start, end - start);
    } catch (NumberFormatException beyondBigDecimal) {
      throw new JsonFormatException("an exponent beyond that of BigDecimal");
    } catch (IOException e) {
      throw new JsonFormatException("no JSON");
    }
  }

  /** A constant of a schema. */
  static JsonNode constant(String json) {
    try {
      return TREES.readTree(json);
    } catch (IOException e) {
      throw new IllegalArgumentException("Not JSON: " + json, e);
    }
  }
}
