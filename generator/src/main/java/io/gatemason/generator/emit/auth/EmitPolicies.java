package io.gatemason.generator.emit.auth;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.gatemason.generator.emit.code.ClassMembers;
import io.gatemason.generator.emit.code.Comments;
import io.gatemason.generator.emit.code.Emitter;
import io.gatemason.generator.emit.code.FileFrame;
import io.gatemason.generator.layout.ApiLayout;
import io.gatemason.generator.layout.auth.PolicyLayout;
import io.gatemason.generator.layout.auth.StatementLayout;
import io.gatemason.generator.layout.name.RuntimeTypes;
import io.gatemason.generator.layout.rest.AuthorizationLayouts;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** The class of each API's policy: a Java method for each statement. */
public final class EmitPolicies implements Emitter<ApiLayout> {
  private final FileFrame frame;

  public EmitPolicies(FileFrame frame) {
    this.frame = frame;
  }

  @Override
  public List<JavaFile> emit(ApiLayout api) {
    return api.authorization().flatMap(AuthorizationLayouts::policy).stream()
        .map(
            layout ->
                frame.file(
                    layout.reference().name(), type(api, layout), layout.policy().range(), ""))
        .toList();
  }

  private TypeSpec type(ApiLayout api, PolicyLayout layout) {
    ClassMembers members = new ClassMembers();
    StatementPrinter printer = new StatementPrinter(frame, members, layout.policy().variables());
    List<MethodSpec> statements = layout.statements().stream().map(printer::print).toList();
    TypeSpec.Builder type =
        TypeSpec.classBuilder(layout.reference().name())
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addSuperinterface(RuntimeTypes.ACCESS_POLICY)
            .addJavadoc("The policy of API $L.\n", Comments.javadoc(api.api().id()));
    members.constants().forEach(type::addField);
    if (layout.reference().ofStage()) {
      type.addField(
              RuntimeTypes.POLICY_AUTHORIZATION, "authorization", Modifier.PRIVATE, Modifier.FINAL)
          .addMethod(constructor())
          .addMethod(authorize());
    }
    return type.addMethod(judge(layout.statements())).addMethods(statements).build();
  }

  private static MethodSpec constructor() {
    return MethodSpec.constructorBuilder()
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc("Of one stage.\n")
        .addParameter(RuntimeTypes.STAGE, "stage")
        .addStatement(
            "this.authorization = $T.of(stage.auth(), this)", RuntimeTypes.POLICY_AUTHORIZATION)
        .build();
  }

  private static MethodSpec authorize() {
    return MethodSpec.methodBuilder("authorize")
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc("Lets a request pass that nothing else guards, or ends it.\n")
        .addParameter(RuntimeTypes.EXCHANGE, "exchange")
        .addStatement("authorization.authorize(exchange)")
        .build();
  }

  private static MethodSpec judge(List<StatementLayout> statements) {
    MethodSpec.Builder judge =
        MethodSpec.methodBuilder("judge")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .addParameter(RuntimeTypes.ACCESS_REQUEST, "call")
            .returns(RuntimeTypes.VERDICT);
    CodeBlock denies = any(statements.stream().filter(each -> each.statement().denies()));
    CodeBlock allows = any(statements.stream().filter(each -> !each.statement().denies()));
    if (!denies.isEmpty()) {
      judge
          .beginControlFlow("if ($L)", denies)
          .addStatement("return $T.EXPLICIT_DENY", RuntimeTypes.VERDICT)
          .endControlFlow();
    }
    return allows.isEmpty()
        ? judge.addStatement("return $T.IMPLICIT_DENY", RuntimeTypes.VERDICT).build()
        : judge
            .addStatement(
                "return $L ? $T.ALLOW : $T.IMPLICIT_DENY",
                allows,
                RuntimeTypes.VERDICT,
                RuntimeTypes.VERDICT)
            .build();
  }

  private static CodeBlock any(Stream<StatementLayout> statements) {
    return statements
        .map(each -> CodeBlock.of("$N(call)", each.method()))
        .collect(CodeBlock.joining(" || "));
  }

  /** Prints statements as Java methods. */
  private record StatementPrinter(FileFrame frame, ClassMembers members, boolean variables) {

    MethodSpec print(StatementLayout layout) {
      return MethodSpec.methodBuilder(layout.method())
          .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
          .returns(TypeName.BOOLEAN)
          .addJavadoc(
              "$L: $L.\n",
              frame.place(layout.statement().range()),
              layout.statement().denies() ? "Deny" : "Allow")
          .addParameter(RuntimeTypes.ACCESS_REQUEST, "call")
          .addStatement(
              "return $L", new StatementExpression(members, variables, layout).expression())
          .build();
    }
  }
}
