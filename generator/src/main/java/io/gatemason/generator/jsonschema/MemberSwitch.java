package io.gatemason.generator.jsonschema;

import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.jsonschema.code.Check;
import io.gatemason.generator.jsonschema.code.RuntimeTypes;
import io.gatemason.generator.jsonschema.code.SchemaCode;
import io.gatemason.generator.jsonschema.code.SchemaCode.PatternCheck;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Prints the choice of a member's schema by its name, and which names are known. */
final class MemberSwitch {
  /** With wrapped lines a method stays below 30. */
  private static final int MAX_CASES = 12;

  private final SchemaMethods methods;
  private final String name;
  private final SchemaCode code;
  private final Map<String, CodeBlock> cases;
  private final CodeBlock otherwise;

  MemberSwitch(SchemaMethods methods, String name, SchemaCode code) {
    this.methods = methods;
    this.name = name;
    this.code = code;
    this.otherwise = otherwise();
    this.cases = cases();
  }

  /** The condition on the member at which the cursor stands; empty if there is none. */
  Optional<CodeBlock> condition() {
    if (cases.isEmpty()) {
      return isTrue(otherwise) ? Optional.empty() : Optional.of(otherwise);
    }
    return Optional.of(CodeBlock.of("$N(in)", write(new ArrayList<>(cases.entrySet()))));
  }

  /** The constant with the names that are known, in order; empty if there are none. */
  CodeBlock known() {
    Set<String> all = new LinkedHashSet<>(cases.keySet());
    all.addAll(code.required());
    if (all.isEmpty()) {
      return CodeBlock.of("");
    }
    CodeBlock.Builder names = CodeBlock.builder().add("$T.none()", RuntimeTypes.MEMBER_NAMES);
    List<CodeBlock> run = new ArrayList<>();
    boolean required = true;
    for (String member : all) {
      if (required != code.required().contains(member)) {
        add(required, run, names);
        required = !required;
      }
      run.add(CodeBlock.of("$S", member));
    }
    add(required, run, names);
    return methods.constant(name, "MEMBERS", RuntimeTypes.MEMBER_NAMES, names.build());
  }

  /** Moves names that stand in a row and are all required, or all optional, to the constant. */
  private static void add(boolean required, List<CodeBlock> run, CodeBlock.Builder names) {
    if (!run.isEmpty()) {
      String method = required ? "required" : "optional";
      names.add(".$L($L)", method, CodeBlock.join(run, ", "));
      run.clear();
    }
  }

  private static boolean isTrue(CodeBlock condition) {
    return condition.toString().equals("true");
  }

  /** Writes the switch; a long one goes on in another method. Returns the method's name. */
  private String write(List<Map.Entry<String, CodeBlock>> left) {
    CodeBlock last = otherwise;
    List<Map.Entry<String, CodeBlock>> own = left;
    String method = methods.names().derived(name, "Member");
    if (left.size() > MAX_CASES) {
      own = left.subList(0, MAX_CASES);
      last = CodeBlock.of("$N(in)", write(left.subList(MAX_CASES, left.size())));
    }
    CodeBlock.Builder body = CodeBlock.builder().add("return switch (in.name()) {\n$>");
    own.forEach(entry -> body.add("case $S -> $L;\n", entry.getKey(), entry.getValue()));
    body.add("default -> $L;\n$<};\n", last);
    methods.add(SchemaMethods.method(method, "in").addCode(body.build()).build());
    return method;
  }

  /** Members with a schema of their own: names that go the common way are left out. */
  private Map<String, CodeBlock> cases() {
    Set<String> names = new LinkedHashSet<>(code.properties().keySet());
    names.addAll(code.required());
    Map<String, CodeBlock> cases = new LinkedHashMap<>();
    for (String member : names) {
      CodeBlock condition = applied(member);
      if (!isTrue(condition) || !isTrue(otherwise)) {
        cases.put(member, condition);
      }
    }
    return cases;
  }

  /** Which patterns a known name matches is decided here, not at run time. */
  private CodeBlock applied(String member) {
    List<Check> checks = new ArrayList<>();
    Optional.ofNullable(code.properties().get(member)).ifPresent(checks::add);
    code.patterns().stream()
        .filter(pattern -> pattern.pattern().find(member))
        .forEach(pattern -> checks.add(pattern.check()));
    if (checks.isEmpty()) {
      return code.additionalProperties()
          .map(check -> methods.applied(List.of(check)))
          .orElse(CodeBlock.of("true"));
    }
    return methods.applied(checks);
  }

  private CodeBlock otherwise() {
    if (code.patterns().isEmpty()) {
      return code.additionalProperties()
          .map(check -> methods.applied(List.of(check)))
          .orElse(CodeBlock.of("true"));
    }
    CodeBlock.Builder schemas =
        CodeBlock.builder().add("$T.none()", RuntimeTypes.PATTERN_PROPERTIES);
    for (PatternCheck pattern : code.patterns()) {
      schemas.add(".with($L, $L)", pattern.constant(), pattern.check().reference());
    }
    code.additionalProperties()
        .ifPresent(check -> schemas.add(".otherwise($L)", check.reference()));
    CodeBlock field =
        methods.constant(name, "BY_PATTERN", RuntimeTypes.PATTERN_PROPERTIES, schemas.build());
    return CodeBlock.of("$L.check(in)", field);
  }
}
