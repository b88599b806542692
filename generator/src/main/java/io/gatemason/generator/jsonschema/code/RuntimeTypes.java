package io.gatemason.generator.jsonschema.code;

import com.palantir.javapoet.ClassName;

/** The runtime types that generated models mention. */
public final class RuntimeTypes {
  private static final String PACKAGE = "io.gatemason.runtime.schema";

  public static final ClassName ALLOWED_VALUES = ClassName.get(PACKAGE, "AllowedValues");
  public static final ClassName ARRAY_CHECKS = ClassName.get(PACKAGE, "ArrayChecks");
  public static final ClassName BRANCHES = ClassName.get(PACKAGE, "Branches");
  public static final ClassName EXACT_NUMBER = ClassName.get(PACKAGE, "ExactNumber");
  public static final ClassName FORMATS = ClassName.get(PACKAGE + ".format", "Formats");
  public static final ClassName JSON_CURSOR = ClassName.get(PACKAGE, "JsonCursor");
  public static final ClassName MEMBER_NAMES = ClassName.get(PACKAGE, "MemberNames");
  public static final ClassName NUMBER_CHECKS = ClassName.get(PACKAGE, "NumberChecks");
  public static final ClassName OBJECT_CHECKS = ClassName.get(PACKAGE, "ObjectChecks");
  public static final ClassName PATTERN_PROPERTIES = ClassName.get(PACKAGE, "PatternProperties");
  public static final ClassName PAYLOAD_VALIDATION = ClassName.get(PACKAGE, "PayloadValidation");
  public static final ClassName SCHEMA_PATTERN = ClassName.get(PACKAGE, "SchemaPattern");
  public static final ClassName TEXT_CHECKS = ClassName.get(PACKAGE, "TextChecks");
  public static final ClassName TYPES = ClassName.get(PACKAGE, "Types");
  public static final ClassName TYPE_SET = ClassName.get(PACKAGE, "TypeSet");
  public static final ClassName UNEVALUATED = ClassName.get(PACKAGE, "Unevaluated");

  private RuntimeTypes() {}
}
