package io.gatemason.generator.emit.auth;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import io.gatemason.generator.emit.code.Comments;
import io.gatemason.generator.emit.code.Emitter;
import io.gatemason.generator.emit.code.FileFrame;
import io.gatemason.generator.layout.ApiLayout;
import io.gatemason.generator.layout.http.RouteAuthorizations;
import io.gatemason.generator.layout.http.RouteAuthorizerLayout;
import io.gatemason.generator.layout.name.RuntimeTypes;
import io.gatemason.generator.model.http.MappingValue;
import io.gatemason.generator.model.http.RouteAuthorizer;
import java.util.ArrayList;
import java.util.List;

/** The classes of an HTTP API's authorizers, and the one of signed calls. */
public final class EmitRouteAuthorizers implements Emitter<ApiLayout> {
  private final FileFrame frame;

  public EmitRouteAuthorizers(FileFrame frame) {
    this.frame = frame;
  }

  @Override
  public List<JavaFile> emit(ApiLayout api) {
    return api.routeAuthorizations().map(layouts -> files(api, layouts)).orElse(List.of());
  }

  private List<JavaFile> files(ApiLayout api, RouteAuthorizations layouts) {
    List<JavaFile> files = new ArrayList<>();
    for (RouteAuthorizerLayout layout : layouts.authorizers()) {
      files.add(frame.file(layout.name(), type(layout), layout.authorizer().range(), ""));
    }
    layouts
        .signedCalls()
        .ifPresent(
            layout ->
                files.add(
                    frame.file(
                        layout.name(), EmitAuthorizers.type(layout), api.api().range(), "")));
    return files;
  }

  private static TypeSpec type(RouteAuthorizerLayout layout) {
    if (layout.authorizer() instanceof RouteAuthorizer.Function function) {
      return EmitAuthorizers.delegate(
              layout.name(),
              "Authorizer " + Comments.javadoc(function.name()) + ", a function.",
              RuntimeTypes.ROUTE_AUTHORIZER,
              made(function))
          .addMethod(EmitAuthorizers.authorize("exchange").build())
          .build();
    }
    RouteAuthorizer.Jwt jwt = (RouteAuthorizer.Jwt) layout.authorizer();
    TypeSpec.Builder type =
        EmitAuthorizers.delegate(
            layout.name(),
            "Authorizer " + Comments.javadoc(jwt.name()) + ", JWT.",
            RuntimeTypes.JWT_AUTHORIZER,
            made(jwt));
    return EmitAuthorizers.scoped(type, layout.withScopes(), layout.withoutScopes()).build();
  }

  private static CodeBlock made(RouteAuthorizer.Jwt jwt) {
    CodeBlock.Builder audience = CodeBlock.builder();
    jwt.audience().forEach(each -> audience.add(", $S", each));
    return CodeBlock.of(
        "$T.of(stage.auth(), $S, $S$L)",
        RuntimeTypes.JWT_AUTHORIZER,
        jwt.identitySource().text(),
        jwt.issuer().text(),
        audience.build());
  }

  private static CodeBlock made(RouteAuthorizer.Function function) {
    CodeBlock.Builder code =
        CodeBlock.builder()
            .add(
                "$T.of(stage.auth(), $S, $L, $T.$N, $L",
                RuntimeTypes.ROUTE_AUTHORIZER,
                function.name(),
                AuthorizerExpressions.text(function.function()),
                RuntimeTypes.PAYLOAD_FORMAT,
                function.payloadFormat().name(),
                function.resultTtlSeconds());
    for (MappingValue source : function.identitySources()) {
      code.add(", $S", source.text());
    }
    code.add(")");
    if (function.simpleResponses()) {
      code.add(".withSimpleResponses()");
    }
    function
        .credentials()
        .ifPresent(role -> code.add(".withCredentials($L)", AuthorizerExpressions.text(role)));
    return code.build();
  }
}
