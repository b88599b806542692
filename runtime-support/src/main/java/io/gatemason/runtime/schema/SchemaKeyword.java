package io.gatemason.runtime.schema;

/**
 * The keywords that can fail, in the order in which their messages are listed: by name, {@code
 * format} last, as java-json-tools json-schema-validator 2.2 does.
 */
enum SchemaKeyword {
  DYNAMIC_REF,
  REF,
  ADDITIONAL_ITEMS,
  ADDITIONAL_PROPERTIES,
  ALL_OF,
  ANY_OF,
  CONST,
  CONTAINS,
  DEPENDENCIES,
  ENUM,
  FALSE,
  IF,
  ITEMS,
  MAX_ITEMS,
  MAX_LENGTH,
  MAX_PROPERTIES,
  MAXIMUM,
  MIN_ITEMS,
  MIN_LENGTH,
  MIN_PROPERTIES,
  MINIMUM,
  MULTIPLE_OF,
  NOT,
  ONE_OF,
  PATTERN,
  PROPERTY_NAMES,
  REQUIRED,
  TYPE,
  UNEVALUATED_ITEMS,
  UNEVALUATED_PROPERTIES,
  UNIQUE_ITEMS,
  FORMAT
}
