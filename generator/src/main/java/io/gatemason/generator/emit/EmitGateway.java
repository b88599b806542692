package io.gatemason.generator.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.gatemason.generator.emit.code.Comments;
import io.gatemason.generator.emit.code.Emitter;
import io.gatemason.generator.emit.code.FileFrame;
import io.gatemason.generator.layout.ApiLayout;
import io.gatemason.generator.layout.ServiceLayout;
import io.gatemason.generator.layout.name.RuntimeTypes;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** The class with {@code main}. */
final class EmitGateway implements Emitter<ServiceLayout> {
  private final FileFrame frame;

  EmitGateway(FileFrame frame) {
    this.frame = frame;
  }

  @Override
  public List<JavaFile> emit(ServiceLayout service) {
    TypeSpec type =
        TypeSpec.classBuilder(service.gateway())
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addJavadoc("The service: its APIs and its start.\n")
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
            .addMethod(main(service))
            .addMethod(start(service))
            .addMethod(apis(service))
            .build();
    String from =
        service.apis().stream()
            .map(api -> Comments.line(api.api().range().file().name()))
            .distinct()
            .collect(Collectors.joining(", "));
    return List.of(frame.file(service.gateway(), type, from));
  }

  private static MethodSpec main(ServiceLayout service) {
    return MethodSpec.methodBuilder("main")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addJavadoc("Starts the service with the settings of its environment.\n")
        .addParameter(ArrayTypeName.of(String.class), "args")
        .addStatement("$T.run($T::start)", RuntimeTypes.STARTUP, service.gateway())
        .build();
  }

  private static MethodSpec start(ServiceLayout service) {
    return MethodSpec.methodBuilder("start")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addJavadoc("Starts the service; when this returns, its port is bound.\n")
        .addParameter(RuntimeTypes.GATEWAY_SETTINGS, "settings")
        .returns(RuntimeTypes.GATEWAY_SERVER)
        .addStatement(
            "$T services = $T.open($L)",
            RuntimeTypes.SERVICES,
            RuntimeTypes.SERVICES,
            sources(service))
        .addStatement(
            "return $T.start(settings, services, $T::apis$L)",
            RuntimeTypes.GATEWAY_SERVER,
            service.gateway(),
            service
                .domains()
                .map(domains -> CodeBlock.of(", $T.all()", domains.name()))
                .orElse(CodeBlock.of("")))
        .build();
  }

  private static MethodSpec apis(ServiceLayout service) {
    CodeBlock apis =
        service.apis().stream().flatMap(EmitGateway::newApis).collect(CodeBlock.joining(", "));
    return MethodSpec.methodBuilder("apis")
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addJavadoc("Sets up the stages of all APIs.\n")
        .addParameter(RuntimeTypes.SERVICES, "services")
        .returns(ParameterizedTypeName.get(ClassName.get(List.class), RuntimeTypes.GATEWAY_API))
        .addStatement("return $T.of($L)", List.class, apis)
        .build();
  }

  private static CodeBlock sources(ServiceLayout service) {
    CodeBlock config = CodeBlock.of("settings.config()");
    CodeBlock invokers =
        service.functions().isEmpty()
            ? CodeBlock.of("$T.of()", Map.class)
            : CodeBlock.of("$T.invokers()", service.functionList());
    CodeBlock definitions =
        service.processes().isEmpty()
            ? CodeBlock.of("$T.of()", List.class)
            : CodeBlock.of("$T.definitions()", service.functionList());
    if (service.plans().isPresent()) {
      ClassName plans = service.plans().get().name();
      return CodeBlock.of(
          "$L, $L, $L, $T.plans(), $T.keys()", config, invokers, definitions, plans, plans);
    }
    if (!service.processes().isEmpty()) {
      return CodeBlock.of("$L, $L, $L", config, invokers, definitions);
    }
    return service.functions().isEmpty() ? config : CodeBlock.of("$L, $L", config, invokers);
  }

  /** One object per stage. */
  private static Stream<CodeBlock> newApis(ApiLayout api) {
    return api.stages().stages().stream()
        .map(
            stage ->
                CodeBlock.of(
                    "new $T(services, $T.$L)",
                    api.apiClass(),
                    api.stages().constants(),
                    stage.name()));
  }
}
