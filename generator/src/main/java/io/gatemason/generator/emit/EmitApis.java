package io.gatemason.generator.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.gatemason.generator.emit.code.Annotations;
import io.gatemason.generator.emit.code.Comments;
import io.gatemason.generator.emit.code.Emitter;
import io.gatemason.generator.emit.code.FileFrame;
import io.gatemason.generator.emit.waf.WebAclMethods;
import io.gatemason.generator.layout.ApiLayout;
import io.gatemason.generator.layout.name.RuntimeTypes;
import io.gatemason.generator.model.Api;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The class that joins the parts of an API. */
final class EmitApis implements Emitter<ApiLayout> {
  private final FileFrame frame;

  EmitApis(FileFrame frame) {
    this.frame = frame;
  }

  @Override
  public List<JavaFile> emit(ApiLayout api) {
    ApiParts parts = ApiParts.of(api);
    Optional<ClassName> messages = api.messageRoutes();
    TypeSpec.Builder type =
        TypeSpec.classBuilder(api.apiClass())
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addSuperinterface(RuntimeTypes.GATEWAY_API)
            .addJavadoc("$L\n", Comments.javadoc(title(api.api())))
            .addField(api.stages().type(), "stage", Modifier.PRIVATE, Modifier.FINAL);
    parts.fields().forEach(type::addField);
    if (messages.isPresent()) {
      type.addField(RuntimeTypes.WEB_SOCKETS, "sockets", Modifier.PRIVATE, Modifier.FINAL);
    }
    type.addMethod(constructor(api, parts))
        .addMethod(
            override("info")
                .returns(RuntimeTypes.API_INFO)
                .addStatement("return stage.info()")
                .build())
        .addMethod(
            override("route")
                .addParameter(RuntimeTypes.ROUTE, "route")
                .returns(RuntimeTypes.METHOD_HANDLER.annotated(Annotations.NULLABLE))
                .addCode(
                    messages
                        .map(routes -> CodeBlock.of("return sockets.handler(route);\n"))
                        .orElseGet(parts::route))
                .build());
    if (messages.isPresent()) {
      type.addMethod(
          override("webSockets")
              .returns(RuntimeTypes.WEB_SOCKETS)
              .addStatement("return sockets")
              .build());
    }
    if (api.api().kind() == Api.Kind.HTTP) {
      type.addMethod(fail(RuntimeTypes.HTTP_API_FAILURES));
    }
    api.accessLogs().ifPresent(logs -> type.addMethod(accessLog(logs.type())));
    type.addMethods(WebAclMethods.of(api.webAcls()));
    api.gatewayResponses().ifPresent(responses -> type.addMethod(fail(responses)));
    return List.of(frame.file(api.apiClass(), type.build(), api.api().range(), ""));
  }

  private static MethodSpec constructor(ApiLayout api, ApiParts parts) {
    return MethodSpec.constructorBuilder()
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc(
            "Sets up all methods of the API in one of the {@link $T}.\n", api.stages().constants())
        .addParameter(RuntimeTypes.SERVICES, "services")
        .addParameter(RuntimeTypes.API_INFO, "info")
        .addStatement("this.stage = new $T(services, info)", api.stages().type())
        .addCode(parts.assignments())
        .addCode(
            api.messageRoutes()
                .map(
                    routes ->
                        CodeBlock.of("this.sockets = stage.webSockets(new $T(stage));\n", routes))
                .orElse(CodeBlock.of("")))
        .build();
  }

  private static MethodSpec accessLog(ClassName logs) {
    return override("accessLog")
        .returns(ParameterizedTypeName.get(ClassName.get(Optional.class), RuntimeTypes.ACCESS_LOG))
        .addStatement("return $T.of(info().stage())", logs)
        .build();
  }

  private static MethodSpec fail(ClassName responses) {
    return override("fail")
        .addParameter(RuntimeTypes.EXCHANGE, "exchange")
        .addParameter(RuntimeTypes.GATEWAY_FAILURE, "failure")
        .addStatement("$T.send(exchange, failure)", responses)
        .build();
  }

  private static MethodSpec.Builder override(String name) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC);
  }

  private static String title(Api api) {
    String version = api.version().isEmpty() ? "" : " " + api.version();
    return "API " + api.id() + ": " + api.title() + version + ".";
  }
}
