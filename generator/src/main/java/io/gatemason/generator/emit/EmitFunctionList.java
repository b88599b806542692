package io.gatemason.generator.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.gatemason.generator.layout.FunctionLayout;
import io.gatemason.generator.layout.ServiceLayout;
import io.gatemason.generator.model.FunctionDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** The class that lists the functions which a service runs itself; none where it runs none. */
final class EmitFunctionList implements Emitter {
  private final FileFrame frame;

  EmitFunctionList(FileFrame frame) {
    this.frame = frame;
  }

  @Override
  public List<JavaFile> emit(ServiceLayout service) {
    if (service.functions().isEmpty()) {
      return List.of();
    }
    ClassName name = service.functions().get(0).name().peerClass("Functions");
    TypeSpec type =
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addJavadoc("The functions that this service runs itself.\n")
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
            .addMethod(invokers(service.functions()))
            .build();
    String from =
        service.functions().stream()
            .map(layout -> layout.function().definition().range().file().name())
            .map(Comments::line)
            .distinct()
            .collect(Collectors.joining(", "));
    return List.of(frame.file(name, type, from));
  }

  private static MethodSpec invokers(List<FunctionLayout> functions) {
    CodeBlock entries =
        functions.stream().map(EmitFunctionList::entry).collect(CodeBlock.joining(",\n"));
    return MethodSpec.methodBuilder("invokers")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addJavadoc("What invokes them, by their names.\n")
        .returns(
            ParameterizedTypeName.get(
                ClassName.get(Map.class),
                ClassName.get(String.class),
                RuntimeTypes.FUNCTION_INVOKER))
        .addCode("return $T.ofEntries(\n$>$>$L);\n$<$<", Map.class, entries)
        .build();
  }

  private static CodeBlock entry(FunctionLayout layout) {
    FunctionDefinition function = layout.function().definition();
    List<CodeBlock> settings = new ArrayList<>();
    function
        .timeout()
        .ifPresent(limit -> settings.add(CodeBlock.of(".withTimeoutMillis($L)", limit.toMillis())));
    if (function.memoryMegabytes() != FunctionDefinition.DEFAULT_MEMORY_MEGABYTES) {
      settings.add(CodeBlock.of(".withMemoryMegabytes($L)", function.memoryMegabytes()));
    }
    CodeBlock invoker =
        CodeBlock.of(
            "$T.of($S, $T::new)", RuntimeTypes.JAVA_FUNCTION, function.name(), layout.name());
    return settings.isEmpty()
        ? CodeBlock.of("$T.entry($S, $L)", Map.class, function.name(), invoker)
        : CodeBlock.of(
            "$T.entry(\n$>$>$S,\n$L\n$>$>$L)$<$<$<$<",
            Map.class,
            function.name(),
            invoker,
            CodeBlock.join(settings, "\n"));
  }
}
