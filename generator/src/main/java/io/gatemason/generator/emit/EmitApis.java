package io.gatemason.generator.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.gatemason.generator.emit.code.Annotations;
import io.gatemason.generator.emit.code.Comments;
import io.gatemason.generator.emit.code.Emitter;
import io.gatemason.generator.emit.code.FileFrame;
import io.gatemason.generator.layout.ApiLayout;
import io.gatemason.generator.layout.ServiceLayout;
import io.gatemason.generator.layout.name.RuntimeTypes;
import io.gatemason.generator.model.rest.RestApi;
import io.gatemason.generator.model.stage.Stage;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The class that joins the parts of an API. */
final class EmitApis implements Emitter {
  private static final ParameterizedTypeName STAGES =
      ParameterizedTypeName.get(ClassName.get(List.class), RuntimeTypes.API_INFO);

  private final FileFrame frame;

  EmitApis(FileFrame frame) {
    this.frame = frame;
  }

  @Override
  public List<JavaFile> emit(ServiceLayout service) {
    return service.apis().stream().map(this::file).toList();
  }

  private JavaFile file(ApiLayout api) {
    ClassName routes = api.routes().get(0).name();
    TypeSpec.Builder type =
        TypeSpec.classBuilder(api.apiClass())
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addSuperinterface(RuntimeTypes.GATEWAY_API)
            .addJavadoc("$L\n", Comments.javadoc(title(api.api())))
            .addField(stages(api.api()))
            .addField(routes, "routes", Modifier.PRIVATE, Modifier.FINAL)
            .addMethod(
                MethodSpec.constructorBuilder()
                    .addModifiers(Modifier.PUBLIC)
                    .addJavadoc("Sets up all methods of the API.\n")
                    .addParameter(RuntimeTypes.BACKENDS, "backends")
                    .addStatement("this.routes = new $T(backends)", routes)
                    .build())
            .addMethod(override("stages").returns(STAGES).addStatement("return STAGES").build())
            .addMethod(
                override("route")
                    .addParameter(RuntimeTypes.ROUTE, "route")
                    .returns(RuntimeTypes.METHOD_HANDLER.annotated(Annotations.NULLABLE))
                    .addStatement("return routes.find(route)")
                    .build());
    api.gatewayResponses().ifPresent(responses -> type.addMethod(fail(responses)));
    return frame.file(api.apiClass(), type.build(), api.api().range(), "");
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

  private static String title(RestApi api) {
    String version = api.version().isEmpty() ? "" : " " + api.version();
    return "API " + api.id() + ": " + api.title() + version + ".";
  }

  private static FieldSpec stages(RestApi api) {
    CodeBlock stages =
        api.stages().isEmpty()
            ? info(api, "").build()
            : api.stages().stream().map(stage -> info(api, stage)).collect(CodeBlock.joining(", "));
    return FieldSpec.builder(STAGES, "STAGES", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer("$T.of($L)", List.class, stages)
        .build();
  }

  private static CodeBlock info(RestApi api, Stage stage) {
    CodeBlock.Builder info = info(api, stage.name());
    stage
        .variables()
        .forEach(
            variable ->
                info.add(
                    ".withStageVariable($S, $S)", variable.name().text(), variable.value().text()));
    return info.build();
  }

  private static CodeBlock.Builder info(RestApi api, String stage) {
    CodeBlock.Builder info =
        CodeBlock.builder().add("$T.of($S, $S)", RuntimeTypes.API_INFO, api.id(), stage);
    if (!api.binaryMediaTypes().isEmpty()) {
      info.add(
          ".withBinaryMediaTypes($L)",
          api.binaryMediaTypes().stream()
              .map(type -> CodeBlock.of("$S", type))
              .collect(CodeBlock.joining(", ")));
    }
    api.minimumCompressionSizeBytes()
        .ifPresent(bytes -> info.add(".withMinimumCompressionSize($L)", bytes));
    if (api.endpoint().executeApiEndpointDisabled()) {
      info.add(".withExecuteApiEndpointDisabled()");
    }
    return info;
  }
}
