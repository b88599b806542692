package io.gatemason.generator.emit.method;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.gatemason.generator.emit.code.Comments;
import io.gatemason.generator.emit.code.Emitter;
import io.gatemason.generator.emit.code.FileFrame;
import io.gatemason.generator.emit.code.MethodClass;
import io.gatemason.generator.layout.ApiLayout;
import io.gatemason.generator.layout.ServiceLayout;
import io.gatemason.generator.layout.integration.CallLayout;
import io.gatemason.generator.layout.method.MethodLayout;
import io.gatemason.generator.layout.name.RuntimeTypes;
import io.gatemason.generator.model.rest.Method;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The class of each method. */
public final class EmitMethods implements Emitter {
  private final FileFrame frame;

  public EmitMethods(FileFrame frame) {
    this.frame = frame;
  }

  @Override
  public List<JavaFile> emit(ServiceLayout service) {
    List<JavaFile> files = new ArrayList<>();
    for (ApiLayout api : service.apis()) {
      for (MethodLayout layout : api.methods()) {
        Method method = layout.method();
        files.add(frame.file(layout.name(), type(layout), method.range(), method.pointer()));
      }
    }
    return files;
  }

  private static TypeSpec type(MethodLayout layout) {
    Method method = layout.method();
    MethodClass body = new MethodClass();
    ValidationStatements validation = new ValidationStatements(layout.validation());
    CallBodies.of(layout.call(), validation.call(body)).addTo(body);
    validation.addTo(body);
    TypeSpec.Builder type =
        TypeSpec.classBuilder(layout.name())
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addSuperinterface(RuntimeTypes.METHOD_HANDLER)
            .addJavadoc("$L\n", Comments.javadoc(title(method)))
            .addField(
                FieldSpec.builder(
                        RuntimeTypes.METHOD_INFO,
                        "INFO",
                        Modifier.PRIVATE,
                        Modifier.STATIC,
                        Modifier.FINAL)
                    .initializer(info(layout))
                    .build());
    body.constants().forEach(type::addField);
    CallBodies.backend(layout.call())
        .ifPresent(
            backend ->
                type.addField(backend, "backend", Modifier.PRIVATE, Modifier.FINAL)
                    .addMethod(constructor(backend)));
    type.addMethod(
        MethodSpec.methodBuilder("info")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(RuntimeTypes.METHOD_INFO)
            .addStatement("return INFO")
            .build());
    body.methods().forEach(type::addMethod);
    return type.build();
  }

  /** Only functions are told the operation's name. */
  private static CodeBlock info(MethodLayout layout) {
    Method method = layout.method();
    CodeBlock.Builder info =
        CodeBlock.builder()
            .add(
                "$T.of($S, $S)",
                RuntimeTypes.METHOD_INFO,
                method.httpMethod().name(),
                method.path().text());
    if (layout.call() instanceof CallLayout.FunctionCall) {
      method.operationId().ifPresent(id -> info.add(".withOperationName($S)", id));
    }
    return info.build();
  }

  private static MethodSpec constructor(ClassName backend) {
    return MethodSpec.constructorBuilder()
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc("Calls its integration through a backend.\n")
        .addParameter(backend, "backend")
        .addStatement("this.backend = backend")
        .build();
  }

  private static String title(Method method) {
    return method
            .operationId()
            .map(id -> method.title() + ", operation " + id)
            .orElse(method.title())
        + ".";
  }
}
