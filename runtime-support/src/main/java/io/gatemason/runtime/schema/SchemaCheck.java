package io.gatemason.runtime.schema;

/**
 * One compiled schema.
 *
 * <p>Returns false to stop: the value breaks the schema and nobody wants to know more. While errors
 * are being collected the answer is always true and the errors tell the verdict.
 */
@FunctionalInterface
public interface SchemaCheck {

  /** Checks the value the cursor stands at; scalars are left untouched, containers may be read. */
  boolean check(JsonCursor in);
}
