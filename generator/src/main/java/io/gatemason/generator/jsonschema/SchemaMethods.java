package io.gatemason.generator.jsonschema;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.gatemason.generator.jsonschema.code.Check;
import io.gatemason.generator.jsonschema.code.RuntimeTypes;
import io.gatemason.generator.jsonschema.code.SchemaCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;

/** Prints what the keywords of a schema add up to. */
final class SchemaMethods {
  private static final String AND = " && ";
  private static final Pattern WORD = Pattern.compile("\\w+");

  private final TypeSpec.Builder type;
  private final MethodNames names;
  private final ClassName className;
  private final boolean tracksEvaluated;
  private final Map<String, MethodSpec> written = new LinkedHashMap<>();
  private final Map<String, String> constants = new HashMap<>();

  SchemaMethods(
      TypeSpec.Builder type, MethodNames names, ClassName className, boolean tracksEvaluated) {
    this.type = type;
    this.names = names;
    this.className = className;
    this.tracksEvaluated = tracksEvaluated;
  }

  /** A method that applies another schema. */
  void constant(String name, Check check) {
    add(method(name, "in").addStatement("return $L", check.call()).build());
  }

  void write(String name, SchemaCode code) {
    boolean unevaluated =
        code.unevaluatedProperties().isPresent() || code.unevaluatedItems().isPresent();
    if (!unevaluated) {
      plain(name, code);
      return;
    }
    String others = names.derived(name, "Others");
    add(
        method(name, "value")
            .addStatement("$T in = value.tree()", RuntimeTypes.JSON_CURSOR)
            .addStatement(
                "return $T.check(in, $T::$N, $L, $L)",
                RuntimeTypes.UNEVALUATED,
                className,
                others,
                code.unevaluatedProperties().map(Check::reference).orElse(CodeBlock.of("null")),
                code.unevaluatedItems().map(Check::reference).orElse(CodeBlock.of("null")))
            .build());
    plain(others, code);
  }

  private void plain(String name, SchemaCode code) {
    MethodSpec.Builder method = method(name, code.isHeld() ? "value" : "in");
    if (code.isHeld()) {
      method.addStatement(
          "$T in = value.$L()", RuntimeTypes.JSON_CURSOR, code.needsTree() ? "tree" : "hold");
    }
    List<CodeBlock> conditions = new ArrayList<>(code.values());
    conditions.addAll(code.branches());
    List<CodeBlock> end = new ArrayList<>();
    CodeBlock.Builder loops = CodeBlock.builder();
    if (code.readsMembers()) {
      loops.add(members(name, code, end));
    }
    if (code.readsItems()) {
      loops.add(items(name, code, end));
    }
    boolean reads = code.readsMembers() || code.readsItems();
    if (!reads) {
      add(method.addStatement("return $L", all(conditions)).build());
      return;
    }
    if (!conditions.isEmpty()) {
      method.addCode(stopUnless(conditions));
    }
    if (code.isHeld() && !conditions.isEmpty()) {
      method.addStatement("in.rewind()");
    }
    method.addCode(loops.build()).addStatement("return $L", all(end));
    add(method.build());
  }

  private CodeBlock members(String name, SchemaCode code, List<CodeBlock> end) {
    CodeBlock.Builder loop = CodeBlock.builder();
    List<CodeBlock> conditions = new ArrayList<>();
    code.propertyNames()
        .filter(names -> !names.allowsAnything())
        .ifPresent(
            names ->
                conditions.add(
                    CodeBlock.of(
                        "$T.propertyName(in, $L)", RuntimeTypes.OBJECT_CHECKS, names.reference())));
    MemberSwitch members = new MemberSwitch(this, name, code);
    members.condition().ifPresent(conditions::add);
    CodeBlock known = members.known();
    if (conditions.isEmpty()) {
      CodeBlock names =
          known.isEmpty() ? CodeBlock.of("$T.none()", RuntimeTypes.MEMBER_NAMES) : known;
      end.add(CodeBlock.of("$T.skipMembers(in, $L)", RuntimeTypes.OBJECT_CHECKS, names));
    } else {
      loop.beginControlFlow(
              "for (boolean more = in.firstMember($1L); more; more = in.nextMember($1L))", known)
          .add(stopUnless(conditions))
          .endControlFlow();
    }
    if (!code.required().isEmpty()) {
      end.add(CodeBlock.of("$L.check(in)", known));
    }
    end.addAll(code.objectEnd());
    return loop.build();
  }

  private CodeBlock items(String name, SchemaCode code, List<CodeBlock> end) {
    CodeBlock condition = itemCondition(name, code);
    CodeBlock.Builder loop = CodeBlock.builder();
    if (condition.isEmpty()) {
      end.add(CodeBlock.of("$T.skipItems(in)", RuntimeTypes.ARRAY_CHECKS));
    } else {
      loop.beginControlFlow("for (boolean more = in.firstItem(); more; more = in.nextItem())")
          .add(stopUnless(List.of(condition)))
          .endControlFlow();
    }
    end.addAll(code.arrayEnd());
    return loop.build();
  }

  private CodeBlock itemCondition(String name, SchemaCode code) {
    CodeBlock others =
        code.otherItems().map(check -> applied(List.of(check))).orElse(CodeBlock.of(""));
    if (code.firstItems().isEmpty()) {
      return others.toString().equals("true") ? CodeBlock.of("") : others;
    }
    CodeBlock.Builder cases = CodeBlock.builder().add("return switch (in.index()) {\n$>");
    for (int i = 0; i < code.firstItems().size(); i++) {
      cases.add("case $L -> $L;\n", i, applied(List.of(code.firstItems().get(i))));
    }
    cases.add("default -> $L;\n$<};\n", others.isEmpty() ? CodeBlock.of("true") : others);
    String item = names.derived(name, "Item");
    add(method(item, "in").addCode(cases.build()).build());
    return CodeBlock.of("$N(in)", item);
  }

  /** The schemas of one member or item, noted as evaluated where somebody asks for that. */
  CodeBlock applied(List<Check> checks) {
    List<CodeBlock> conditions = new ArrayList<>();
    if (tracksEvaluated) {
      conditions.add(CodeBlock.of("in.evaluated()"));
    }
    List<Check> deciding = checks.stream().filter(check -> !check.allowsAnything()).toList();
    if (deciding.size() == 1) {
      conditions.add(deciding.get(0).call());
    } else if (deciding.size() > 1) {
      List<CodeBlock> references = deciding.stream().map(Check::reference).toList();
      conditions.add(
          CodeBlock.of("$T.each(in, $L)", RuntimeTypes.BRANCHES, CodeBlock.join(references, ", ")));
    }
    return all(conditions);
  }

  /**
   * A constant of the class, named after the schema and what it holds; the name of a pattern that
   * is there already.
   */
  CodeBlock constant(String schema, String suffix, TypeName fieldType, CodeBlock value) {
    String same = fieldType + " " + value;
    String known = constants.get(same);
    if (known != null && fieldType.equals(RuntimeTypes.SCHEMA_PATTERN)) {
      return CodeBlock.of("$N", known);
    }
    String name = names.constant(schema, suffix, same);
    constants.put(same, name);
    type.addField(
        FieldSpec.builder(fieldType, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .initializer(value)
            .build());
    return CodeBlock.of("$N", name);
  }

  MethodNames names() {
    return names;
  }

  void add(MethodSpec method) {
    written.put(method.name(), method);
  }

  /** Adds what was written to the class: each method in front of those that it calls. */
  void finish(String first) {
    follow(first);
    while (!written.isEmpty()) {
      follow(written.keySet().iterator().next());
    }
  }

  private void follow(String name) {
    MethodSpec method = written.remove(name);
    if (method != null) {
      type.addMethod(method);
      WORD.matcher(method.code().toString()).results().forEach(word -> follow(word.group()));
    }
  }

  static MethodSpec.Builder method(String name, String parameter) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .returns(boolean.class)
            .addParameter(RuntimeTypes.JSON_CURSOR, parameter);
    return name.equals("check")
        ? method.addModifiers(Modifier.STATIC)
        : method.addModifiers(Modifier.PRIVATE, Modifier.STATIC);
  }

  static CodeBlock all(List<CodeBlock> conditions) {
    return conditions.isEmpty() ? CodeBlock.of("true") : CodeBlock.join(conditions, AND);
  }

  private static CodeBlock stopUnless(List<CodeBlock> conditions) {
    CodeBlock.Builder stop = CodeBlock.builder();
    if (conditions.size() == 1 && !conditions.get(0).toString().contains("&&")) {
      stop.beginControlFlow("if (!$L)", conditions.get(0));
    } else {
      stop.beginControlFlow("if (!($L))", all(conditions));
    }
    return stop.addStatement("return false").endControlFlow().build();
  }
}
