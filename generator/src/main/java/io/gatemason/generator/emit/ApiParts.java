package io.gatemason.generator.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import io.gatemason.generator.layout.ApiLayout;
import io.gatemason.generator.layout.name.RuntimeTypes;
import io.gatemason.generator.layout.route.RoutesLayout;
import io.gatemason.generator.model.Api;
import io.gatemason.generator.model.http.HttpApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * The path trees of an API and what answers where they do not, as members of its class.
 *
 * @param trees in the order in which they are asked
 * @param otherwise what answers where none does; empty for nothing
 */
record ApiParts(List<Part> trees, Optional<Part> defaultMethod, Optional<CodeBlock> otherwise) {

  /** A field with an object made when the API is. */
  record Part(String field, ClassName type, String argument) {}

  static ApiParts of(ApiLayout api) {
    List<Part> trees = new ArrayList<>();
    for (List<RoutesLayout> tree : api.routes()) {
      ClassName entry = tree.get(0).name();
      trees.add(new Part(field(entry), entry, "stage"));
    }
    Optional<Part> byDefault =
        api.defaultMethod()
            .map(
                method ->
                    new Part(
                        "defaultRoute", method.name(), method.lookups().isEmpty() ? "" : "stage"));
    return new ApiParts(trees, byDefault, otherwise(api.api(), byDefault));
  }

  /** {@code routes}, {@code anyRoutes} and the like, by the last part of the package. */
  private static String field(ClassName routes) {
    String room = routes.packageName();
    String last = room.substring(room.lastIndexOf('.') + 1);
    return last.equals("routes") ? last : last + "Routes";
  }

  private static Optional<CodeBlock> otherwise(Api api, Optional<Part> byDefault) {
    if (byDefault.isPresent()) {
      return Optional.of(CodeBlock.of("$N", byDefault.get().field()));
    }
    boolean preflights = api instanceof HttpApi http && http.cors().isPresent();
    return preflights
        ? Optional.of(CodeBlock.of("$T.UNMATCHED", RuntimeTypes.PREFLIGHT))
        : Optional.empty();
  }

  private List<Part> all() {
    List<Part> all = new ArrayList<>(trees);
    defaultMethod.ifPresent(all::add);
    return all;
  }

  List<FieldSpec> fields() {
    return all().stream()
        .map(
            part ->
                FieldSpec.builder(part.type(), part.field(), Modifier.PRIVATE, Modifier.FINAL)
                    .build())
        .toList();
  }

  CodeBlock assignments() {
    return all().stream()
        .map(
            part ->
                CodeBlock.of("this.$N = new $T($L);\n", part.field(), part.type(), part.argument()))
        .collect(CodeBlock.joining(""));
  }

  /** The body of {@code route}. */
  CodeBlock route() {
    if (trees.isEmpty()) {
      return CodeBlock.of("return $L;\n", otherwise.orElse(CodeBlock.of("null")));
    }
    if (trees.size() == 1 && otherwise.isEmpty()) {
      return CodeBlock.of("return $N.find(route);\n", trees.get(0).field());
    }
    CodeBlock.Builder code = CodeBlock.builder();
    code.addStatement(
        "$T handler = $N.find(route)", RuntimeTypes.METHOD_HANDLER, trees.get(0).field());
    for (Part tree : trees.subList(1, trees.size())) {
      code.beginControlFlow("if (handler == null)")
          .addStatement("handler = $N.find(route)", tree.field())
          .endControlFlow();
    }
    return otherwise
        .map(block -> code.addStatement("return handler == null ? $L : handler", block))
        .orElseGet(() -> code.addStatement("return handler"))
        .build();
  }
}
