package io.gatemason.generator.jsonschema;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.gatemason.generator.diagnostics.PayloadModelCodes;
import io.gatemason.generator.jsonschema.code.Check;
import io.gatemason.generator.jsonschema.code.RuntimeTypes;
import io.gatemason.generator.jsonschema.code.SchemaCode;
import io.gatemason.generator.jsonschema.code.Values;
import io.gatemason.generator.jsonschema.keyword.Keyword;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Writes the class of one model: a method per schema that is more than a line. */
final class ModelWriter {
  private static final int MAX_INLINE_CONDITIONS = 4;

  private final SchemaSet set;
  private final SchemaGraph graph;
  private final Map<Node, ClassName> classes;
  private final Node model;
  private final SchemaProblems problems;
  private final Rereading rereading;
  private final Map<Unit, State> states = new HashMap<>();
  private final TypeSpec.Builder type;
  private final MethodNames names;
  private final SchemaMethods methods;
  private int memberNames;

  private static final class State {
    final String name;
    boolean called;
    Optional<Check> check = Optional.empty();

    State(String name) {
      this.name = name;
    }
  }

  ModelWriter(
      SchemaSet set,
      SchemaGraph graph,
      Map<Node, ClassName> classes,
      Node model,
      SchemaProblems problems) {
    this.set = set;
    this.graph = graph;
    this.classes = classes;
    this.model = model;
    this.problems = problems;
    this.rereading = new Rereading(graph, model);
    this.type = TypeSpec.classBuilder(className());
    this.names = new MethodNames(root().pointer());
    this.methods = new SchemaMethods(type, names, className(), graph.hasUnevaluated());
  }

  ClassName className() {
    return Objects.requireNonNull(classes.get(model));
  }

  private SchemaLocation root() {
    return graph.at(model, graph.document(), "");
  }

  TypeSpec write() {
    type.addModifiers(Modifier.PUBLIC, Modifier.FINAL)
        .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    type.addMethod(entry("accepts", boolean.class, "Whether a body satisfies the model."));
    type.addMethod(
        entry("errors", String.class, "What is wrong with a body that is not accepted."));
    Unit unit = new Unit(root(), Map.of());
    State state = new State("check");
    state.called = true;
    states.put(unit, state);
    compile(unit, state);
    methods.finish(state.name);
    return type.build();
  }

  private MethodSpec entry(String name, Class<?> result, String comment) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addJavadoc(comment)
        .returns(result)
        .addParameter(byte[].class, "body")
        .addStatement(
            "return $T.$L(body, $T::check)", RuntimeTypes.PAYLOAD_VALIDATION, name, className())
        .build();
  }

  /** How to apply a schema, which is compiled if it was not yet. */
  Check check(Unit from, SchemaLocation target) {
    Node node = target.node();
    if (node.asObject().isEmpty()) {
      return constant(node);
    }
    Unit unit = from.to(target, graph);
    ClassName other = classes.get(node);
    if (other != null && unit.anchors().isEmpty() && node != model) {
      return Check.of(CodeBlock.of("$T.check(in)", other), CodeBlock.of("$T::check", other));
    }
    State known = states.get(unit);
    if (known != null) {
      return known.check.orElseGet(() -> call(known));
    }
    State state = new State(names.method(target.name()));
    states.put(unit, state);
    compile(unit, state);
    return state.check.orElseThrow();
  }

  private Check constant(Node node) {
    if (Values.isTrue(node) || Values.isFalse(node)) {
      return Values.isTrue(node) ? Check.ANYTHING : Check.NOTHING;
    }
    problems.report(
        PayloadModelCodes.GM5001,
        node,
        "a schema must be an object, not " + node.kind(),
        "write an object with keywords such as \"type\"");
    return Check.ANYTHING;
  }

  private Check call(State state) {
    state.called = true;
    return Check.of(
        CodeBlock.of("$N(in)", state.name), CodeBlock.of("$T::$N", className(), state.name));
  }

  private void compile(Unit unit, State state) {
    Optional<ObjectNode> object = unit.location().node().asObject();
    if (object.isEmpty()) {
      methods.constant(state.name, constant(unit.location().node()));
      state.check = Optional.of(call(state));
      return;
    }
    problems.check(object.get());
    ObjectNode schema = imported(object.get());
    memberNames = problems.checkSize(schema, memberNames);
    UnitScope scope = new UnitScope(this, unit, schema, state.name);
    Optional<Check> alias = alias(scope, schema);
    Check check = alias.orElseGet(() -> keywords(unit, scope, schema, state));
    if (alias.isPresent() && state.called) {
      methods.constant(state.name, check);
      check = call(state);
    }
    state.check = Optional.of(check);
  }

  /** A schema without what is dropped on import. */
  private ObjectNode imported(ObjectNode schema) {
    List<ObjectNode.Member> kept =
        schema.members().values().stream()
            .filter(member -> !problems.isDropped(member.name()))
            .toList();
    return new ObjectNode(schema.range(), schema.tag(), kept);
  }

  /** A schema that only refers to another one is that one. */
  private Optional<Check> alias(UnitScope scope, ObjectNode schema) {
    boolean alone =
        scope.draft4()
            || schema.members().keySet().stream()
                .noneMatch(
                    name ->
                        graph.keywords().containsKey(name)
                            && !name.equals("$ref")
                            && !name.equals("$defs"));
    return alone ? schema.get("$ref").map(scope::reference) : Optional.empty();
  }

  private Check keywords(Unit unit, UnitScope scope, ObjectNode schema, State state) {
    for (Keyword keyword : graph.keywords().values()) {
      Optional<Node> value = schema.get(keyword.name());
      if (value.isPresent() && counts(keyword.name(), scope)) {
        keyword.compile(value.get(), scope);
      }
    }
    SchemaCode code = scope.code();
    if (code.isHeld() && !rereading.isCheap(unit.location())) {
      code.tree();
    }
    boolean scalar =
        !code.isHeld()
            && !code.readsMembers()
            && !code.readsItems()
            && code.unevaluatedItems().isEmpty()
            && code.unevaluatedProperties().isEmpty();
    if (!state.called && scalar && code.values().size() <= MAX_INLINE_CONDITIONS) {
      return code.values().isEmpty() ? Check.ANYTHING : inline(state, code);
    }
    methods.write(state.name, code);
    return call(state);
  }

  private Check inline(State state, SchemaCode code) {
    CodeBlock call = CodeBlock.join(code.values(), " && ");
    return Check.inline(
        call,
        () ->
            code.reference()
                .orElseGet(
                    () -> {
                      if (!state.called) {
                        methods.write(state.name, code);
                      }
                      return call(state).reference();
                    }));
  }

  private static boolean counts(String keyword, UnitScope scope) {
    return scope.validates() || !Keywords.VALIDATION.contains(keyword);
  }

  SchemaSet set() {
    return set;
  }

  SchemaGraph graph() {
    return graph;
  }

  Node model() {
    return model;
  }

  /** See {@link SchemaMethods#constant}. */
  CodeBlock constant(String schema, String suffix, TypeName fieldType, CodeBlock value) {
    return methods.constant(schema, suffix, fieldType, value);
  }

  SchemaProblems problems() {
    return problems;
  }
}
