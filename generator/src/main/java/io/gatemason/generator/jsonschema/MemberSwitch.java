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

/** Prints the choice of a member's schema by its name. */
final class MemberSwitch {
  /** With wrapped lines a method stays below 30. */
  private static final int MAX_CASES = 12;

  private final SchemaMethods methods;
  private final String name;
  private final SchemaCode code;

  MemberSwitch(SchemaMethods methods, String name, SchemaCode code) {
    this.methods = methods;
    this.name = name;
    this.code = code;
  }

  /** The condition on the member at which the cursor stands; empty if there is none. */
  Optional<CodeBlock> condition() {
    CodeBlock otherwise = otherwise();
    Map<String, CodeBlock> cases = cases();
    boolean free = isTrue(otherwise);
    cases.values().removeIf(condition -> free && isTrue(condition));
    if (cases.isEmpty()) {
      return free ? Optional.empty() : Optional.of(otherwise);
    }
    return Optional.of(CodeBlock.of("$N(in)", write(new ArrayList<>(cases.entrySet()), otherwise)));
  }

  private static boolean isTrue(CodeBlock condition) {
    return condition.toString().equals("true");
  }

  /** Writes the switch; a long one goes on in another method. Returns the method's name. */
  private String write(List<Map.Entry<String, CodeBlock>> cases, CodeBlock otherwise) {
    CodeBlock last = otherwise;
    List<Map.Entry<String, CodeBlock>> own = cases;
    String method = methods.names().derived(name, "Member");
    if (cases.size() > MAX_CASES) {
      own = cases.subList(0, MAX_CASES);
      last = CodeBlock.of("$N(in)", write(cases.subList(MAX_CASES, cases.size()), otherwise));
    }
    CodeBlock.Builder body = CodeBlock.builder().add("return switch (in.name()) {\n$>");
    own.forEach(entry -> body.add("case $S -> $L;\n", entry.getKey(), entry.getValue()));
    body.add("default -> $L;\n$<};\n", last);
    methods.add(SchemaMethods.method(method, "in").addCode(body.build()).build());
    return method;
  }

  private Map<String, CodeBlock> cases() {
    List<String> required = new ArrayList<>(code.required());
    Set<String> known = new LinkedHashSet<>(code.properties().keySet());
    known.addAll(required);
    Map<String, CodeBlock> cases = new LinkedHashMap<>();
    for (String member : known) {
      List<CodeBlock> conditions = new ArrayList<>();
      int position = required.indexOf(member);
      if (position >= 0 && !code.held()) {
        conditions.add(CodeBlock.of("in.saw($L)", position));
      }
      CodeBlock applied = applied(member);
      if (!isTrue(applied)) {
        conditions.add(applied);
      }
      cases.put(member, SchemaMethods.all(conditions));
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
      schemas.add("\n.with($L, $L)", pattern.constant(), pattern.check().reference());
    }
    code.additionalProperties()
        .ifPresent(check -> schemas.add("\n.otherwise($L)", check.reference()));
    String constant = methods.names().constant(name, "BY_PATTERN");
    CodeBlock field = methods.field(constant, RuntimeTypes.PATTERN_PROPERTIES, schemas.build());
    return CodeBlock.of("$L.check(in)", field);
  }
}
