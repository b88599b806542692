package io.gatemason.runtime.schema;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Schemas for members whose names match patterns. Immutable. */
public final class PatternProperties {
  private final SchemaPattern[] patterns;
  private final SchemaCheck[] schemas;
  private final @Nullable SchemaCheck otherwise;

  private PatternProperties(
      SchemaPattern[] patterns, SchemaCheck[] schemas, @Nullable SchemaCheck otherwise) {
    this.patterns = patterns;
    this.schemas = schemas;
    this.otherwise = otherwise;
  }

  /** No pattern yet; members that match none may have any value. */
  public static PatternProperties none() {
    return new PatternProperties(new SchemaPattern[0], new SchemaCheck[0], null);
  }

  /** One more pattern, checked after the others. */
  public PatternProperties with(SchemaPattern pattern, SchemaCheck schema) {
    SchemaPattern[] morePatterns = Arrays.copyOf(patterns, patterns.length + 1);
    SchemaCheck[] moreSchemas = Arrays.copyOf(schemas, schemas.length + 1);
    morePatterns[patterns.length] = pattern;
    moreSchemas[schemas.length] = schema;
    return new PatternProperties(morePatterns, moreSchemas, otherwise);
  }

  /** The schema of members whose names match no pattern. */
  public PatternProperties otherwise(SchemaCheck schema) {
    return new PatternProperties(patterns, schemas, schema);
  }

  /** Checks the member at which the cursor stands. */
  public boolean check(JsonCursor in) {
    JsonCursor held = in;
    int matched = 0;
    for (int i = 0; i < patterns.length; i++) {
      if (in.nameMatches(patterns[i])) {
        matched++;
        if (matched == 1) {
          in.evaluated();
          held = patterns.length == 1 ? in : in.tree();
        }
        if (!schemas[i].check(matched == 1 ? held : held.again())) {
          return false;
        }
      }
    }
    return matched > 0 || otherwise == null || (in.evaluated() && otherwise.check(in));
  }
}
