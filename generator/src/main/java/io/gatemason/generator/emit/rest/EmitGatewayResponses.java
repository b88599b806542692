package io.gatemason.generator.emit.rest;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.gatemason.generator.emit.code.ClassMembers;
import io.gatemason.generator.emit.code.Comments;
import io.gatemason.generator.emit.code.Emitter;
import io.gatemason.generator.emit.code.FileFrame;
import io.gatemason.generator.emit.code.MediaTypeSwitch;
import io.gatemason.generator.emit.code.SourceValues;
import io.gatemason.generator.layout.ApiLayout;
import io.gatemason.generator.layout.integration.Mappings;
import io.gatemason.generator.layout.name.Names;
import io.gatemason.generator.layout.name.RuntimeTypes;
import io.gatemason.generator.model.ParameterMapping;
import io.gatemason.generator.model.rest.GatewayResponse;
import io.gatemason.generator.model.rest.GatewayResponseType;
import io.gatemason.generator.model.rest.RestApi;
import io.gatemason.generator.source.ScalarNode;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** The customised gateway responses of an API. */
public final class EmitGatewayResponses implements Emitter<ApiLayout> {
  private static final String POINTER = "/x-amazon-apigateway-gateway-responses";

  private final FileFrame frame;

  /** Prints them in a frame. */
  public EmitGatewayResponses(FileFrame frame) {
    this.frame = frame;
  }

  @Override
  public List<JavaFile> emit(ApiLayout api) {
    return api.gatewayResponses().stream()
        .map(name -> frame.file(name, type(name, api), api.api().range(), POINTER))
        .toList();
  }

  private static TypeSpec type(ClassName name, ApiLayout api) {
    Map<GatewayResponseType, GatewayResponse> responses =
        new EnumMap<>(((RestApi) api.api()).gatewayResponses());
    ClassMembers body = new ClassMembers();
    body.add(send(responses));
    responses.values().forEach(response -> body.add(method(response, body)));
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addJavadoc(
                "Customised gateway responses of API $L.\n", Comments.javadoc(api.api().id()));
    body.constants().forEach(type::addField);
    type.addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    body.methods().forEach(type::addMethod);
    return type.build();
  }

  private static MethodSpec send(Map<GatewayResponseType, GatewayResponse> responses) {
    CodeBlock.Builder code =
        CodeBlock.builder()
            .addStatement(
                "$T answer = $T.of(exchange, failure)",
                RuntimeTypes.GATEWAY_ANSWER,
                RuntimeTypes.GATEWAY_ANSWER);
    CodeBlock otherwise = otherwise(responses);
    List<GatewayResponseType> concrete =
        responses.keySet().stream().filter(type -> !isDefault(type)).toList();
    if (concrete.isEmpty()) {
      code.add(otherwise);
    } else {
      code.beginControlFlow("switch (answer.type())");
      concrete.forEach(type -> code.add("case $L -> $N(exchange, answer);\n", type, member(type)));
      if (otherwise.isEmpty()) {
        code.add("default -> {}\n");
      } else {
        code.add("default -> {\n$>").add(otherwise).add("$<}\n");
      }
      code.endControlFlow();
    }
    return MethodSpec.methodBuilder("send")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addJavadoc("Answers a request that failed.\n")
        .addParameter(RuntimeTypes.EXCHANGE, "exchange")
        .addParameter(RuntimeTypes.GATEWAY_FAILURE, "failure")
        .addCode(code.build())
        .addStatement("answer.send()")
        .build();
  }

  /** What happens to types without a customisation of their own. */
  private static CodeBlock otherwise(Map<GatewayResponseType, GatewayResponse> responses) {
    boolean client = responses.containsKey(GatewayResponseType.DEFAULT_4XX);
    boolean server = responses.containsKey(GatewayResponseType.DEFAULT_5XX);
    CodeBlock.Builder code = CodeBlock.builder();
    if (client) {
      code.beginControlFlow("if (answer.clientError())")
          .addStatement("default4xx(exchange, answer)");
      if (server) {
        code.nextControlFlow("else if (answer.serverError())");
      }
    } else if (server) {
      code.beginControlFlow("if (answer.serverError())");
    }
    if (server) {
      code.addStatement("default5xx(exchange, answer)");
    }
    return client || server ? code.endControlFlow().build() : code.build();
  }

  private static MethodSpec method(GatewayResponse response, ClassMembers target) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(member(response.type()))
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .addParameter(RuntimeTypes.EXCHANGE, "exchange")
            .addParameter(RuntimeTypes.GATEWAY_ANSWER, "answer");
    response.statusCode().ifPresent(status -> method.addStatement("answer.status($L)", status));
    for (ParameterMapping mapping : Mappings.withValue(response.parameters())) {
      method.addStatement(
          "answer.header($S, $L)", mapping.name(), SourceValues.of(mapping.source(), target));
    }
    return method.addCode(body(response.templates())).build();
  }

  private static CodeBlock body(Map<String, ScalarNode> templates) {
    if (templates.isEmpty()) {
      return CodeBlock.of("");
    }
    Map<String, List<CodeBlock>> cases = new LinkedHashMap<>();
    templates.forEach((type, template) -> cases.put(type, List.of(rendered(type, template))));
    List<CodeBlock> first = cases.remove(templates.keySet().iterator().next());
    CodeBlock keys =
        templates.keySet().stream()
            .map(key -> CodeBlock.of("$S", key))
            .collect(CodeBlock.joining(", "));
    return MediaTypeSwitch.of(CodeBlock.of("answer.choose($L)", keys), cases, first);
  }

  private static CodeBlock rendered(String mediaType, ScalarNode template) {
    return CodeBlock.of(
        "answer.body($S, $L)", mediaType, GatewayTemplates.expression(template.text(), mediaType));
  }

  private static boolean isDefault(GatewayResponseType type) {
    return type == GatewayResponseType.DEFAULT_4XX || type == GatewayResponseType.DEFAULT_5XX;
  }

  private static String member(GatewayResponseType type) {
    return switch (type) {
      case DEFAULT_4XX -> "default4xx";
      case DEFAULT_5XX -> "default5xx";
      default -> Names.member(Names.type(type.name().toLowerCase(java.util.Locale.ROOT)));
    };
  }
}
