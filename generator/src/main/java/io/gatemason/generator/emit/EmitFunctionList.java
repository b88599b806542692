package io.gatemason.generator.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.gatemason.generator.emit.code.Comments;
import io.gatemason.generator.emit.code.Emitter;
import io.gatemason.generator.emit.code.FileFrame;
import io.gatemason.generator.layout.FunctionLayout;
import io.gatemason.generator.layout.ProcessLayout;
import io.gatemason.generator.layout.ServiceLayout;
import io.gatemason.generator.layout.name.RuntimeTypes;
import io.gatemason.generator.model.FunctionDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** The class that lists the functions which a service runs itself; none where it runs none. */
final class EmitFunctionList implements Emitter<ServiceLayout> {
  private final FileFrame frame;

  EmitFunctionList(FileFrame frame) {
    this.frame = frame;
  }

  @Override
  public List<JavaFile> emit(ServiceLayout service) {
    if (service.functions().isEmpty() && service.processes().isEmpty()) {
      return List.of();
    }
    TypeSpec.Builder type =
        TypeSpec.classBuilder(service.functionList())
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addJavadoc("The functions that this service runs itself.\n")
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    if (!service.functions().isEmpty()) {
      type.addMethod(invokers(service.functions()));
    }
    if (!service.processes().isEmpty()) {
      type.addMethod(definitions(service.processes()));
    }
    String from =
        Stream.concat(
                service.functions().stream().map(layout -> layout.function().definition()),
                service.processes().stream().map(ProcessLayout::function))
            .map(function -> function.range().file().name())
            .map(Comments::line)
            .distinct()
            .collect(Collectors.joining(", "));
    return List.of(frame.file(service.functionList(), type.build(), from));
  }

  private static MethodSpec invokers(List<FunctionLayout> functions) {
    CodeBlock entries =
        functions.stream().map(EmitFunctionList::entry).collect(CodeBlock.joining(", "));
    return MethodSpec.methodBuilder("invokers")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addJavadoc("What invokes them, by their names.\n")
        .returns(
            ParameterizedTypeName.get(
                ClassName.get(Map.class),
                ClassName.get(String.class),
                RuntimeTypes.FUNCTION_INVOKER))
        .addStatement("return $T.ofEntries($L)", Map.class, entries)
        .build();
  }

  private static MethodSpec definitions(List<ProcessLayout> processes) {
    CodeBlock entries =
        processes.stream().map(EmitFunctionList::definition).collect(CodeBlock.joining(", "));
    return MethodSpec.methodBuilder("definitions")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addJavadoc("Those that can run in processes of their own.\n")
        .returns(
            ParameterizedTypeName.get(ClassName.get(List.class), RuntimeTypes.FUNCTION_DEFINITION))
        .addStatement("return $T.of($L)", List.class, entries)
        .build();
  }

  private static CodeBlock definition(ProcessLayout layout) {
    FunctionDefinition function = layout.function();
    List<CodeBlock> settings = new ArrayList<>();
    function
        .timeout()
        .filter(limit -> !limit.equals(FunctionDefinition.DEFAULT_TIMEOUT))
        .ifPresent(
            limit -> settings.add(CodeBlock.of(".withTimeoutSeconds($L)", limit.toSeconds())));
    memory(function).ifPresent(settings::add);
    function
        .inlineCode()
        .filter(code -> function.takesInlineCode())
        .ifPresent(code -> settings.add(CodeBlock.of(".withInlineCode($S)", code)));
    new TreeMap<>(function.environment())
        .forEach(
            (name, value) -> settings.add(CodeBlock.of(".withEnvironment($S, $S)", name, value)));
    return CodeBlock.of(
        "$T.of($S, $S, $S, $S)$L",
        RuntimeTypes.FUNCTION_DEFINITION,
        function.name(),
        function.runtime(),
        function.handler(),
        layout.directory(),
        CodeBlock.join(settings, ""));
  }

  private static Optional<CodeBlock> memory(FunctionDefinition function) {
    return function.memoryMegabytes() == FunctionDefinition.DEFAULT_MEMORY_MEGABYTES
        ? Optional.empty()
        : Optional.of(CodeBlock.of(".withMemoryMegabytes($L)", function.memoryMegabytes()));
  }

  private static CodeBlock entry(FunctionLayout layout) {
    FunctionDefinition function = layout.function().definition();
    List<CodeBlock> settings = new ArrayList<>();
    function
        .timeout()
        .ifPresent(limit -> settings.add(CodeBlock.of(".withTimeoutMillis($L)", limit.toMillis())));
    memory(function).ifPresent(settings::add);
    return CodeBlock.of(
        "$T.entry($S, $T.of($S, $T::new)$L)",
        Map.class,
        function.name(),
        RuntimeTypes.JAVA_FUNCTION,
        function.name(),
        layout.name(),
        CodeBlock.join(settings, ""));
  }
}
