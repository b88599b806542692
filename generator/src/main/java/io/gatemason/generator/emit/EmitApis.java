package io.gatemason.generator.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.gatemason.generator.layout.ApiLayout;
import io.gatemason.generator.layout.ServiceLayout;
import io.gatemason.generator.model.RestApi;
import io.gatemason.generator.model.Stage;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The class that joins the parts of an API. */
final class EmitApis implements Emitter {
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
            .addField(info(api.api()))
            .addField(routes, "routes", Modifier.PRIVATE, Modifier.FINAL)
            .addMethod(
                MethodSpec.constructorBuilder()
                    .addModifiers(Modifier.PUBLIC)
                    .addJavadoc("Sets up all methods of the API.\n")
                    .addParameter(RuntimeTypes.BACKENDS, "backends")
                    .addStatement("this.routes = new $T(backends)", routes)
                    .build())
            .addMethod(
                override("info").returns(RuntimeTypes.API_INFO).addStatement("return INFO").build())
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

  private static FieldSpec info(RestApi api) {
    String stage = api.stage().map(Stage::name).orElse("");
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
    api.stage()
        .ifPresent(
            each ->
                each.variables()
                    .forEach((name, value) -> info.add(".withStageVariable($S, $S)", name, value)));
    return FieldSpec.builder(
            RuntimeTypes.API_INFO, "INFO", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer(info.build())
        .build();
  }
}
