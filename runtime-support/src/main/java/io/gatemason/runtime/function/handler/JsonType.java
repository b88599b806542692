package io.gatemason.runtime.function.handler;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A type of events or results, bound to JSON as Lambda's Java runtime does: by the names of
 * properties, without regard to annotations; members that a class does not have are ignored, and
 * properties without a value are left out. Immutable and safe for concurrent use.
 *
 * @param <T> the type
 * @see <a
 *     href="https://github.com/aws/aws-lambda-java-libs/tree/main/aws-lambda-java-serialization">aws-lambda-java-serialization</a>
 */
public final class JsonType<T> {
  private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(
              JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS,
              JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS,
              JsonReadFeature.ALLOW_SINGLE_QUOTES,
              JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
              JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
              JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
          .enable(MapperFeature.USE_STD_BEAN_NAMING)
          .disable(
              MapperFeature.USE_ANNOTATIONS,
              MapperFeature.INFER_PROPERTY_MUTATORS,
              MapperFeature.USE_GETTERS_AS_SETTERS)
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .enable(
              DeserializationFeature.ACCEPT_EMPTY_ARRAY_AS_NULL_OBJECT,
              DeserializationFeature.ACCEPT_EMPTY_STRING_AS_NULL_OBJECT,
              DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY,
              DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL,
              DeserializationFeature.UNWRAP_SINGLE_VALUE_ARRAYS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .defaultPropertyInclusion(JsonInclude.Value.construct(Include.NON_NULL, Include.NON_NULL))
          .addModules(new JavaTimeModule(), new Jdk8Module())
          .build();

  private final ObjectReader reader;
  private final ObjectWriter writer;

  private JsonType(JavaType type) {
    this.reader = MAPPER.readerFor(type);
    this.writer = MAPPER.writerFor(type);
  }

  /** A class without type arguments, or a primitive type. */
  public static <T> JsonType<T> of(Class<T> type) {
    return new JsonType<>(MAPPER.constructType(type));
  }

  /** A type with type arguments. */
  public static <T> JsonType<T> of(TypeReference<T> type) {
    return new JsonType<>(MAPPER.constructType(type));
  }

  /** What a function without a result returns: the JSON value null. */
  public static byte[] nothing() {
    return NULL.clone();
  }

  /**
   * Binds an event.
   *
   * @throws RuntimeException if it is not JSON or does not fit the type; a function that is invoked
   *     with it ends with this error
   */
  public T read(byte[] json) {
    try {
      return reader.readValue(json);
    } catch (IOException e) {
      throw new RuntimeException("An error occurred during JSON parsing", e);
    }
  }

  /**
   * Writes a result, perhaps null, in UTF-8.
   *
   * @throws RuntimeException if it cannot be written; the function that returned it ends with this
   *     error
   */
  public byte[] write(@Nullable T value) {
    try {
      return writer.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new RuntimeException("An error occurred during JSON serialization of response", e);
    }
  }
}
