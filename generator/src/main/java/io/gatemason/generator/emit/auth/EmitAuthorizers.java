package io.gatemason.generator.emit.auth;

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
import io.gatemason.generator.layout.auth.AuthorizerLayout;
import io.gatemason.generator.layout.auth.PolicyReference;
import io.gatemason.generator.layout.auth.SignedCallsLayout;
import io.gatemason.generator.layout.name.RuntimeTypes;
import io.gatemason.generator.layout.rest.AuthorizationLayouts;
import io.gatemason.generator.model.Authorizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The class of each authorizer that a method names, and that of signed calls. */
public final class EmitAuthorizers implements Emitter<ApiLayout> {
  private static final ParameterizedTypeName SCOPES =
      ParameterizedTypeName.get(ClassName.get(List.class), ClassName.get(String.class));

  private final FileFrame frame;

  public EmitAuthorizers(FileFrame frame) {
    this.frame = frame;
  }

  @Override
  public List<JavaFile> emit(ApiLayout api) {
    return api.authorization().map(layouts -> files(api, layouts)).orElse(List.of());
  }

  private List<JavaFile> files(ApiLayout api, AuthorizationLayouts layouts) {
    List<JavaFile> files = new ArrayList<>();
    for (AuthorizerLayout layout : layouts.authorizers()) {
      files.add(frame.file(layout.name(), type(layout), layout.authorizer().range(), ""));
    }
    layouts
        .signedCalls()
        .ifPresent(
            layout -> files.add(frame.file(layout.name(), type(layout), api.api().range(), "")));
    return files;
  }

  private static TypeSpec type(AuthorizerLayout layout) {
    Authorizer authorizer = layout.authorizer();
    boolean pools = authorizer.kind() == Authorizer.Kind.COGNITO_USER_POOLS;
    ClassName runtime =
        authorizer.principal().isPresent()
            ? RuntimeTypes.FIXED_PRINCIPAL
            : pools ? RuntimeTypes.USER_POOL_AUTHORIZER : RuntimeTypes.LAMBDA_AUTHORIZER;
    CodeBlock made =
        CodeBlock.builder()
            .add(AuthorizerExpressions.of(authorizer))
            .add(policy(layout.policy()))
            .build();
    TypeSpec.Builder type =
        delegate(
            layout.name(),
            "Authorizer "
                + Comments.javadoc(authorizer.name())
                + ", "
                + authorizer.kind()
                + (authorizer.principal().isPresent() ? ", not asked: one principal calls." : "."),
            runtime,
            made);
    if (!pools) {
      type.addMethod(authorize("exchange").build());
      return type.build();
    }
    return scoped(type, layout.withScopes(), layout.withoutScopes()).build();
  }

  /** The methods that methods and routes with and without scopes call. */
  static TypeSpec.Builder scoped(TypeSpec.Builder type, boolean with, boolean without) {
    if (without) {
      type.addMethod(authorize("exchange, $T.of()", List.class).build());
    }
    if (with) {
      type.addMethod(authorize("exchange, scopes").addParameter(SCOPES, "scopes").build());
    }
    return type;
  }

  static TypeSpec type(SignedCallsLayout layout) {
    CodeBlock made =
        CodeBlock.builder()
            .add("$T.of(stage.auth())", RuntimeTypes.IAM_AUTHORIZER)
            .add(policy(layout.policy()))
            .build();
    return delegate(
            layout.name(),
            "Calls that have to be signed, AWS_IAM.",
            RuntimeTypes.IAM_AUTHORIZER,
            made)
        .addMethod(authorize("exchange").build())
        .build();
  }

  static TypeSpec.Builder delegate(
      ClassName name, String javadoc, ClassName runtime, CodeBlock made) {
    return TypeSpec.classBuilder(name)
        .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
        .addJavadoc("$L\n", javadoc)
        .addField(runtime, "authorizer", Modifier.PRIVATE, Modifier.FINAL)
        .addMethod(
            MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("Of one stage.\n")
                .addParameter(RuntimeTypes.STAGE, "stage")
                .addStatement("this.authorizer = $L", made)
                .build());
  }

  private static CodeBlock policy(Optional<PolicyReference> policy) {
    return policy
        .map(
            reference ->
                CodeBlock.of(
                    ".withPolicy(new $T($L))",
                    reference.name(),
                    reference.ofStage() ? "stage" : ""))
        .orElse(CodeBlock.of(""));
  }

  static MethodSpec.Builder authorize(String arguments, Object... values) {
    return MethodSpec.methodBuilder("authorize")
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc("Lets a request pass, or ends it.\n")
        .addParameter(RuntimeTypes.EXCHANGE, "exchange")
        .addStatement("authorizer.authorize(" + arguments + ")", values);
  }
}
