package io.gatemason.generator.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.gatemason.generator.emit.code.Annotations;
import io.gatemason.generator.emit.code.ClassMembers;
import io.gatemason.generator.emit.code.Comments;
import io.gatemason.generator.emit.code.Emitter;
import io.gatemason.generator.emit.code.FileFrame;
import io.gatemason.generator.emit.method.SelectionValues;
import io.gatemason.generator.layout.ApiLayout;
import io.gatemason.generator.layout.name.Names;
import io.gatemason.generator.layout.name.RuntimeTypes;
import io.gatemason.generator.layout.rest.MethodLayout;
import io.gatemason.generator.model.MessageRoute;
import io.gatemason.generator.model.SelectionExpression;
import io.gatemason.generator.model.websocket.WebSocketApi;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The class that finds the route of each message of a WebSocket API. */
final class EmitMessageRoutes implements Emitter<ApiLayout> {
  private static final Map<String, String> FIXED =
      Map.of(
          MessageRoute.CONNECT, "connect",
          MessageRoute.DISCONNECT, "disconnect",
          MessageRoute.DEFAULT, "fallback");

  private final FileFrame frame;

  EmitMessageRoutes(FileFrame frame) {
    this.frame = frame;
  }

  @Override
  public List<JavaFile> emit(ApiLayout api) {
    if (!(api.api() instanceof WebSocketApi socket)) {
      return List.of();
    }
    ClassName name = api.messageRoutes().orElseThrow();
    return List.of(frame.file(name, type(api, socket, name), socket.range(), ""));
  }

  private static TypeSpec type(ApiLayout api, WebSocketApi socket, ClassName name) {
    ClassMembers members = new ClassMembers();
    Map<String, String> fields = new LinkedHashMap<>();
    for (MethodLayout route : api.methods()) {
      String field = Names.member(route.name().simpleName());
      fields.put(route.method().path().text(), field);
      members.field(
          RuntimeTypes.METHOD_HANDLER,
          field,
          CodeBlock.of("new $T($L)", route.name(), route.lookups().isEmpty() ? "" : "stage"));
    }
    MethodSpec select = select(socket.routeSelection(), fields, members);
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addSuperinterface(RuntimeTypes.MESSAGE_ROUTES)
            .addJavadoc(
                "Routes of API $L, chosen by $L.\n",
                Comments.javadoc(api.api().id()),
                Comments.javadoc(socket.routeSelection().text()));
    members.constants().forEach(type::addField);
    members.fields().forEach(type::addField);
    type.addMethod(
        MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc("Sets up the routes.\n")
            .addParameter(api.stages().type(), "stage")
            .addCode(members.assignments())
            .build());
    fields.forEach(
        (key, field) ->
            Optional.ofNullable(FIXED.get(key))
                .ifPresent(
                    method ->
                        type.addMethod(override(method).addStatement("return $N", field).build())));
    return type.addMethod(select).build();
  }

  private static MethodSpec select(
      SelectionExpression expression, Map<String, String> fields, ClassMembers members) {
    MethodSpec.Builder method =
        override("select").addParameter(RuntimeTypes.JSON_MESSAGE, "message");
    Map<String, String> own = new LinkedHashMap<>(fields);
    own.keySet().removeAll(FIXED.keySet());
    Optional<String> constant = expression.constant();
    if (own.isEmpty() || constant.isPresent()) {
      String field = constant.map(own::get).orElse("null");
      return method.addStatement("return $N", field).build();
    }
    method.beginControlFlow(
        "return switch ($L)", SelectionValues.of(expression, members, "message", ""));
    own.forEach((key, field) -> method.addCode("case $S -> $N;\n", key, field));
    return method.addCode("default -> null;\n").addCode("$<};\n").build();
  }

  private static MethodSpec.Builder override(String name) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(RuntimeTypes.METHOD_HANDLER.annotated(Annotations.NULLABLE));
  }
}
