package io.gatemason.generator.vtl;

import com.palantir.javapoet.ClassName;

/** The runtime classes that generated templates call; a test of runtime-support checks them. */
final class RuntimeNames {
  private static final String PACKAGE = "io.gatemason.runtime.template";

  static final ClassName INPUT = ClassName.get(PACKAGE, "TemplateInput");
  static final ClassName OUTPUT = ClassName.get(PACKAGE, "TemplateOutput");
  static final ClassName LOOP = ClassName.get(PACKAGE, "Loop");
  static final ClassName VALUES = ClassName.get(PACKAGE, "Values");
  static final ClassName ARITHMETIC = ClassName.get(PACKAGE, "Arithmetic");
  static final ClassName VALUE_FUNCTIONS = ClassName.get(PACKAGE, "ValueFunctions");
  static final ClassName MAP_FUNCTIONS = ClassName.get(PACKAGE, "MapFunctions");
  static final ClassName TEXT_FUNCTIONS = ClassName.get(PACKAGE, "TextFunctions");
  static final ClassName STATIC_FUNCTIONS = ClassName.get(PACKAGE, "StaticFunctions");
  static final ClassName GATEWAY_FUNCTIONS = ClassName.get(PACKAGE, "GatewayFunctions");
  static final ClassName PATTERN = ClassName.get(PACKAGE, "TextPattern");
  static final ClassName CONTEXT_VARIABLE =
      ClassName.get("io.gatemason.runtime.exchange", "ContextVariable");
  static final ClassName QUERY = ClassName.get(PACKAGE, "JsonQuery");
  static final ClassName EXCEPTION = ClassName.get(PACKAGE, "TemplateException");

  private RuntimeNames() {}
}
