package io.gatemason.generator.emit.waf;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.gatemason.generator.emit.code.ClassMembers;
import io.gatemason.generator.emit.code.Comments;
import io.gatemason.generator.emit.code.Emitter;
import io.gatemason.generator.emit.code.FileFrame;
import io.gatemason.generator.layout.ServiceLayout;
import io.gatemason.generator.layout.name.RuntimeTypes;
import io.gatemason.generator.layout.waf.RuleLayout;
import io.gatemason.generator.layout.waf.RuleSetLayout;
import io.gatemason.generator.layout.waf.WebAclLayouts;
import io.gatemason.generator.model.waf.Rule;
import io.gatemason.generator.model.waf.RuleAction;
import io.gatemason.generator.model.waf.Statement;
import io.gatemason.generator.model.waf.WebAcl;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** The class of each web ACL and of each rule group: a Java method for each statement. */
public final class EmitWebAcls implements Emitter<ServiceLayout> {
  private final FileFrame frame;

  public EmitWebAcls(FileFrame frame) {
    this.frame = frame;
  }

  @Override
  public List<JavaFile> emit(ServiceLayout service) {
    WebAclLayouts layouts = service.webAcls();
    return Stream.concat(
            layouts.acls().stream(),
            layouts.groups().values().stream().sorted((a, b) -> a.type().compareTo(b.type())))
        .map(
            layout ->
                frame.file(layout.type(), type(layout, layouts), layout.set().name().range(), ""))
        .toList();
  }

  private TypeSpec type(RuleSetLayout layout, WebAclLayouts layouts) {
    boolean group = !(layout.set() instanceof WebAcl);
    ClassMembers members = new ClassMembers();
    for (RuleLayout rule : layout.rules()) {
      statement(rule).ifPresent(s -> members.add(method(rule, s, members, layouts)));
    }
    CodeBlock created = created(layout, new RuleCode(layout, layouts));
    TypeSpec.Builder type =
        TypeSpec.classBuilder(layout.type())
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addJavadoc(
                "$L $L.\n",
                group ? "Rule group" : "Web ACL",
                Comments.javadoc(layout.set().name().value()));
    members.constants().forEach(type::addField);
    return type.addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
        .addMethod(
            MethodSpec.methodBuilder("create")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc("Its rules, in the order in which they are asked.\n")
                .returns(group ? RuntimeTypes.WAF_RULE_GROUP : RuntimeTypes.WEB_ACL)
                .addStatement("return $L", created)
                .build())
        .addMethods(members.methods())
        .addMethods(log(layout).stream().toList())
        .build();
  }

  private static Optional<MethodSpec> log(RuleSetLayout layout) {
    return layout
        .logging()
        .map(
            logging ->
                MethodSpec.methodBuilder("log")
                    .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                    .addJavadoc("What it writes of each request.\n")
                    .returns(RuntimeTypes.WEB_ACL_LOG)
                    .addStatement("return $L", LogCode.of(logging))
                    .build());
  }

  private static CodeBlock created(RuleSetLayout layout, RuleCode code) {
    CodeBlock rules =
        layout.rules().stream()
            .map(rule -> CodeBlock.of(", $L", code.rule(rule)))
            .collect(CodeBlock.joining(""));
    String name = layout.set().name().value();
    if (!(layout.set() instanceof WebAcl acl)) {
      return CodeBlock.of("$T.of($S$L)", RuntimeTypes.WAF_RULE_GROUP, name, rules);
    }
    return CodeBlock.of(
        "$T.of($S, $L$L)$L",
        RuntimeTypes.WEB_ACL,
        name,
        code.action(acl.defaultAction().orElseThrow(), acl),
        rules,
        acl.inspected()
            .map(bytes -> CodeBlock.of(".inspecting($L)", bytes))
            .orElse(CodeBlock.of("")));
  }

  /** The statement that has a method. */
  private static Optional<Statement> statement(RuleLayout layout) {
    Statement statement = layout.rule().statement().orElseThrow();
    if (statement instanceof Statement.RateBased rate) {
      return rate.scope();
    }
    if (statement instanceof Statement.ManagedGroup managed) {
      return managed.scope();
    }
    return statement instanceof Statement.GroupReference
        ? Optional.empty()
        : Optional.of(statement);
  }

  private MethodSpec method(
      RuleLayout layout, Statement statement, ClassMembers members, WebAclLayouts layouts) {
    Rule rule = layout.rule();
    ClassName request = RuntimeTypes.INSPECTION;
    return MethodSpec.methodBuilder(layout.method())
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(TypeName.BOOLEAN)
        .addJavadoc(
            "Rule $L, $L$L.\n",
            Comments.javadoc(rule.name().value()),
            frame.place(rule.range()),
            rule.action().map(RuleAction::kind).map(kind -> ": " + kind.word()).orElse(""))
        .addParameter(request, "request")
        .addStatement(
            "return $L",
            new StatementExpression(rule.name().value(), members, layouts.all()).of(statement))
        .build();
  }
}
