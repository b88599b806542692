package io.gatemason.generator.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.gatemason.generator.emit.code.Comments;
import io.gatemason.generator.emit.code.Emitter;
import io.gatemason.generator.emit.code.FileFrame;
import io.gatemason.generator.layout.FunctionLayout;
import io.gatemason.generator.layout.ServiceLayout;
import io.gatemason.generator.layout.name.RuntimeTypes;
import io.gatemason.generator.model.HandlerSignature;
import io.gatemason.generator.model.HandlerSignature.Argument;
import io.gatemason.generator.model.HandlerSignature.Binding;
import io.gatemason.generator.model.JavaType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The class of each function that runs in the gateway's own process. */
final class EmitFunctions implements Emitter<ServiceLayout> {
  private final FileFrame frame;

  EmitFunctions(FileFrame frame) {
    this.frame = frame;
  }

  @Override
  public List<JavaFile> emit(ServiceLayout service) {
    return service.functions().stream()
        .map(
            layout ->
                frame.file(layout.name(), type(layout), layout.function().definition().range(), ""))
        .toList();
  }

  private static TypeSpec type(FunctionLayout layout) {
    HandlerSignature handler = layout.function().handler();
    ClassName handlerClass = JavaTypeNames.raw(handler.type());
    TypeSpec.Builder type =
        TypeSpec.classBuilder(layout.name())
            .addModifiers(Modifier.FINAL)
            .addSuperinterface(superinterface(handler))
            .addJavadoc(
                "Function $L: {@link $T#$L}.\n",
                Comments.javadoc(layout.function().definition().name()),
                handlerClass,
                handler.method());
    if (handler.binding() == Binding.JSON) {
      handler.event().ifPresent(event -> type.addField(jsonType("EVENT", event)));
      handler.result().ifPresent(result -> type.addField(jsonType("RESULT", result)));
    }
    if (!handler.isStatic()) {
      addInstance(type, handlerClass, handler.constructorThrowsChecked());
    }
    return type.addMethod(handle(handler)).build();
  }

  private static ClassName superinterface(HandlerSignature handler) {
    return switch (handler.binding()) {
      case JSON -> RuntimeTypes.JAVA_HANDLER;
      case PROXY_CLASSES -> RuntimeTypes.PROXY_HANDLER;
      case ROUTE_CLASSES -> RuntimeTypes.ROUTE_HANDLER;
    };
  }

  private static FieldSpec jsonType(String name, JavaType written) {
    TypeName type = JavaTypeNames.of(written);
    CodeBlock literal =
        type instanceof ParameterizedTypeName
            ? CodeBlock.of(
                "new $T() {}", ParameterizedTypeName.get(RuntimeTypes.TYPE_REFERENCE, type))
            : CodeBlock.of("$T.class", type);
    return FieldSpec.builder(
            ParameterizedTypeName.get(RuntimeTypes.JSON_TYPE, type.box()),
            name,
            Modifier.PRIVATE,
            Modifier.STATIC,
            Modifier.FINAL)
        .initializer("$T.of($L)", RuntimeTypes.JSON_TYPE, literal)
        .build();
  }

  private static void addInstance(
      TypeSpec.Builder type, ClassName handlerClass, boolean throwsChecked) {
    FieldSpec.Builder field =
        FieldSpec.builder(handlerClass, "handler", Modifier.PRIVATE, Modifier.FINAL);
    if (throwsChecked) {
      type.addMethod(
          MethodSpec.constructorBuilder()
              .addException(Exception.class)
              .addStatement("this.handler = new $T()", handlerClass)
              .build());
    } else {
      field.initializer("new $T()", handlerClass);
    }
    type.addField(field.build());
  }

  private static MethodSpec handle(HandlerSignature handler) {
    TypeName bytes = ArrayTypeName.of(TypeName.BYTE);
    boolean typed = handler.binding() != Binding.JSON;
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("handle")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .addParameter(typed ? typeOf(handler.event()) : bytes, "event")
            .addParameter(RuntimeTypes.LAMBDA_CONTEXT, "context")
            .returns(typed ? typeOf(handler.result()) : bytes);
    if (handler.throwsChecked()) {
      method.addException(Exception.class);
    }
    CodeBlock call =
        CodeBlock.of(
            "$L.$N($L)",
            handler.isStatic()
                ? CodeBlock.of("$T", JavaTypeNames.raw(handler.type()))
                : CodeBlock.of("handler"),
            handler.method(),
            handler.arguments().stream()
                .map(argument -> argument(argument, typed))
                .collect(CodeBlock.joining(", ")));
    if (handler.arguments().contains(Argument.OUTPUT_STREAM)) {
      return method
          .addStatement(
              "$T result = new $T()", ByteArrayOutputStream.class, ByteArrayOutputStream.class)
          .addStatement(call)
          .addStatement("return result.toByteArray()")
          .build();
    }
    if (typed) {
      return method.addStatement("return $L", call).build();
    }
    return handler.result().isPresent()
        ? method.addStatement("return RESULT.write($L)", call).build()
        : method
            .addStatement(call)
            .addStatement("return $T.nothing()", RuntimeTypes.JSON_TYPE)
            .build();
  }

  private static TypeName typeOf(Optional<JavaType> type) {
    return JavaTypeNames.of(type.orElseThrow());
  }

  private static CodeBlock argument(Argument argument, boolean typed) {
    return switch (argument) {
      case EVENT -> CodeBlock.of(typed ? "event" : "EVENT.read(event)");
      case CONTEXT -> CodeBlock.of("context");
      case INPUT_STREAM -> CodeBlock.of("new $T(event)", ByteArrayInputStream.class);
      case OUTPUT_STREAM -> CodeBlock.of("result");
    };
  }
}
