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
import io.gatemason.generator.layout.ApiLayout;
import io.gatemason.generator.layout.name.RuntimeTypes;
import io.gatemason.generator.layout.stage.AccessLogLayout;
import io.gatemason.generator.model.Api;
import io.gatemason.generator.model.ContextNames;
import io.gatemason.generator.model.log.LoggedNames;
import io.gatemason.generator.model.stage.AccessLogFormat.Part;
import io.gatemason.generator.model.stage.AccessLogFormat.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** The class that writes the access logs of an API; none where no stage has one. */
final class EmitAccessLogs implements Emitter<ApiLayout> {
  private static final int LONGEST_TEXT = 70;

  private final FileFrame frame;

  EmitAccessLogs(FileFrame frame) {
    this.frame = frame;
  }

  @Override
  public List<JavaFile> emit(ApiLayout api) {
    return api.accessLogs().stream()
        .map(logs -> frame.file(logs.type(), type(api, logs), api.api().range(), ""))
        .toList();
  }

  private static TypeSpec type(ApiLayout api, AccessLogLayout logs) {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(logs.type())
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addJavadoc(
                "What the stages of API $L write for each request.\n",
                Comments.javadoc(api.api().id()))
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
            .addMethod(find(logs));
    logs.lines().forEach(line -> type.addMethod(method(line, api.api().kind())));
    return type.build();
  }

  private static MethodSpec find(AccessLogLayout logs) {
    CodeBlock.Builder arms = CodeBlock.builder().beginControlFlow("return switch (stage)");
    logs.lines()
        .forEach(
            line ->
                arms.addStatement(
                    "case $S -> $T.of(new $T($S, $T::$N))",
                    line.stage(),
                    Optional.class,
                    RuntimeTypes.ACCESS_LOG,
                    line.destination(),
                    logs.type(),
                    line.method()));
    arms.addStatement("default -> $T.empty()", Optional.class);
    return MethodSpec.methodBuilder("of")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addJavadoc("The access log of a stage, empty if it has none.\n")
        .addParameter(String.class, "stage")
        .returns(ParameterizedTypeName.get(ClassName.get(Optional.class), RuntimeTypes.ACCESS_LOG))
        .addCode(arms.unindent().add("};\n").build())
        .build();
  }

  private static MethodSpec method(AccessLogLayout.Line line, Api.Kind kind) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(line.method())
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .addParameter(RuntimeTypes.ACCESS_LINE, "line");
    List<CodeBlock> calls = new ArrayList<>();
    for (Part part : line.format().parts()) {
      if (part.variable() && LoggedNames.isNeverLogged(part.text(), kind)) {
        // A line of JSON stays JSON.
        String nothing = part.style() == Style.JSON_VALUE ? "\"-\"" : "-";
        calls.add(CodeBlock.of(".text($S)", nothing));
      } else if (part.variable()) {
        calls.add(CodeBlock.of(".$L($L)", part.style().word(), value(part.text(), kind)));
        method.addStatement("line$L", CodeBlock.join(calls, ""));
        calls.clear();
      } else {
        pieces(part.text()).forEach(piece -> calls.add(CodeBlock.of(".text($S)", piece)));
      }
    }
    if (!calls.isEmpty()) {
      method.addStatement("line$L", CodeBlock.join(calls, ""));
    }
    return method.build();
  }

  private static Stream<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    for (int start = 0; start < text.length(); start += LONGEST_TEXT) {
      pieces.add(text.substring(start, Math.min(text.length(), start + LONGEST_TEXT)));
    }
    return pieces.stream();
  }

  private static CodeBlock value(String name, Api.Kind kind) {
    if (ContextNames.isOverride(name)) {
      return Stream.of(name.split("\\.", 3))
          .map(part -> CodeBlock.of("$S", part))
          .collect(CodeBlock.joining(", "));
    }
    if (!LoggedNames.isSaidByAuthorizer(name, kind)) {
      return CodeBlock.of("$T.$L", RuntimeTypes.CONTEXT_VARIABLE, ContextNames.constant(name));
    }
    String path = name.substring(ContextNames.AUTHORIZER.length());
    return path.startsWith("claims.")
        ? CodeBlock.of("$S, $S", "claims", path.substring("claims.".length()))
        : CodeBlock.of("$S", path);
  }
}
