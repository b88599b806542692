package io.gatemason.generator.emit.method;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.gatemason.generator.emit.code.ClassMembers;
import io.gatemason.generator.emit.code.Comments;
import io.gatemason.generator.emit.code.Emitter;
import io.gatemason.generator.emit.code.FileFrame;
import io.gatemason.generator.layout.ApiLayout;
import io.gatemason.generator.layout.name.MethodIdentity;
import io.gatemason.generator.layout.name.RuntimeTypes;
import io.gatemason.generator.layout.rest.MethodLayout;
import io.gatemason.generator.model.MessageRoute;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The class of each method. */
public final class EmitMethods implements Emitter<ApiLayout> {
  private final FileFrame frame;

  public EmitMethods(FileFrame frame) {
    this.frame = frame;
  }

  @Override
  public List<JavaFile> emit(ApiLayout api) {
    List<JavaFile> files = new ArrayList<>();
    for (MethodLayout layout : api.methods()) {
      MethodIdentity method = layout.method();
      files.add(frame.file(layout.name(), type(api, layout), method.range(), method.pointer()));
    }
    return files;
  }

  private static TypeSpec type(ApiLayout api, MethodLayout layout) {
    ClassMembers members = new ClassMembers();
    StepPrinter printer = new StepPrinter(members);
    CodeBlock steps = layout.steps().stream().map(printer::print).collect(CodeBlock.joining(""));
    TypeSpec.Builder type =
        TypeSpec.classBuilder(layout.name())
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addSuperinterface(RuntimeTypes.METHOD_HANDLER)
            .addJavadoc("$L\n", Comments.javadoc(title(layout.method())))
            .addField(info(layout));
    members.constants().forEach(type::addField);
    members.fields().forEach(type::addField);
    if (!members.fields().isEmpty()) {
      type.addMethod(constructor(api, members));
    }
    type.addMethod(
            override("info").returns(RuntimeTypes.METHOD_INFO).addStatement("return INFO").build())
        .addMethod(
            override("handle")
                .addParameter(RuntimeTypes.EXCHANGE, "exchange")
                .addCode(steps)
                .build());
    members.methods().forEach(type::addMethod);
    return type.build();
  }

  private static FieldSpec info(MethodLayout layout) {
    MethodIdentity method = layout.method();
    CodeBlock.Builder info =
        CodeBlock.builder()
            .add(
                method
                    .messages()
                    .map(EmitMethods::messages)
                    .orElseGet(
                        () ->
                            CodeBlock.of(
                                "$T.of($S, $S)",
                                RuntimeTypes.METHOD_INFO,
                                method.httpMethod().name(),
                                method.path().text())));
    layout.operationName().ifPresent(name -> info.add(".withOperationName($S)", name));
    return FieldSpec.builder(
            RuntimeTypes.METHOD_INFO, "INFO", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer(info.build())
        .build();
  }

  private static CodeBlock messages(MessageRoute route) {
    return CodeBlock.of(
        route.answers() ? "$T.ofMessages($S).twoWay()" : "$T.ofMessages($S)",
        RuntimeTypes.METHOD_INFO,
        route.key());
  }

  private static MethodSpec constructor(ApiLayout api, ClassMembers members) {
    return MethodSpec.constructorBuilder()
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc("Looks up what it needs of a stage, once.\n")
        .addParameter(api.stages().type(), "stage")
        .addCode(members.assignments())
        .build();
  }

  private static MethodSpec.Builder override(String name) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC);
  }

  private static String title(MethodIdentity method) {
    String title =
        method.messages().isPresent() ? "R" + method.title().substring(1) : method.title();
    return method.operationId().map(id -> title + ", operation " + id).orElse(title) + ".";
  }
}
