package io.gatemason.generator.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.gatemason.generator.emit.code.Annotations;
import io.gatemason.generator.emit.code.Comments;
import io.gatemason.generator.layout.name.Names;
import io.gatemason.generator.layout.name.RuntimeTypes;
import io.gatemason.generator.layout.rest.MethodLayout;
import io.gatemason.generator.layout.route.RouteStep;
import io.gatemason.generator.layout.route.RouteStep.GreedyStep;
import io.gatemason.generator.layout.route.RouteStep.PartStep;
import io.gatemason.generator.layout.route.RouteStep.ResourceStep;
import io.gatemason.generator.layout.route.RouteStep.SiblingsStep;
import io.gatemason.generator.layout.route.RouteStep.SplitStep;
import io.gatemason.generator.layout.route.TrailingSlash;
import io.gatemason.generator.model.HttpMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Prints the steps of a routing class, each as one method. */
final class RouteMethods {
  private final boolean entryIsPublic;
  private final TrailingSlash slash;
  private final List<MethodSpec> methods = new ArrayList<>();

  /**
   * The steps of one class.
   *
   * @param slash what a slash at the end of a path means to the class
   */
  RouteMethods(boolean entryIsPublic, TrailingSlash slash) {
    this.entryIsPublic = entryIsPublic;
    this.slash = slash;
  }

  /** The methods in the order in which a reader follows them. */
  List<MethodSpec> of(RouteStep entry) {
    add(entry, true);
    return methods;
  }

  private void add(RouteStep step, boolean entry) {
    if (step instanceof ResourceStep resource) {
      method(step, entry, resourceBody(resource));
      resource.children().ifPresent(this::addBelow);
      resource.fallbacks().forEach(child -> add(child, false));
    } else if (step instanceof GreedyStep greedy) {
      method(step, entry, greedyBody(greedy));
    } else if (step instanceof SiblingsStep siblings) {
      method(step, entry, returning(siblingsExpression(siblings)));
      siblings.bySegment().values().forEach(child -> add(child, false));
    } else if (step instanceof SplitStep split) {
      method(step, entry, returning(splitExpression(split)));
      addBelow(split);
    }
  }

  /** Steps that are printed inside their parent's method add only what is below them. */
  private void addBelow(RouteStep step) {
    if (step instanceof SiblingsStep siblings) {
      siblings.bySegment().values().forEach(child -> add(child, false));
    } else if (step instanceof SplitStep split) {
      addBelow(split.lower());
      addBelow(split.upper());
    } else {
      add(step, false);
    }
  }

  private void method(RouteStep step, boolean entry, CodeBlock body) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(step.member())
            .returns(RuntimeTypes.METHOD_HANDLER.annotated(Annotations.NULLABLE))
            .addParameter(RuntimeTypes.ROUTE, "route");
    if (entry && slash != TrailingSlash.IGNORED) {
      String not = slash == TrailingSlash.REFUSED ? "" : "!";
      method
          .beginControlFlow("if ($Lroute.endsWithSlash())", not)
          .addStatement("return null")
          .endControlFlow();
    }
    method.addCode(body);
    if (!entry) {
      method.addModifiers(Modifier.PRIVATE).addJavadoc("$L.\n", Comments.javadoc(step.path()));
    } else if (entryIsPublic) {
      method
          .addModifiers(Modifier.PUBLIC)
          .addJavadoc("The method behind a route, or null where there is none.\n");
    }
    methods.add(method.build());
  }

  private static CodeBlock resourceBody(ResourceStep step) {
    List<CodeBlock> choices = new ArrayList<>();
    step.children().ifPresent(children -> choices.add(expression(children)));
    step.fallbacks().forEach(child -> choices.add(expression(child)));
    CodeBlock.Builder body = CodeBlock.builder();
    boolean leaf = choices.isEmpty();
    if (leaf || step.methods().isEmpty()) {
      body.beginControlFlow("if (route.length() $L $L)", leaf ? "!=" : "==", step.depth())
          .addStatement("return null")
          .endControlFlow();
      return body.add(leaf ? returning(verbs(step.methods())) : firstOf(choices)).build();
    }
    body.beginControlFlow("if (route.length() == $L)", step.depth())
        .add(returning(verbs(step.methods())))
        .endControlFlow();
    return body.add(firstOf(choices)).build();
  }

  private static CodeBlock returning(CodeBlock value) {
    return CodeBlock.builder().add("return ").add(value).add(";\n").build();
  }

  /** The first choice that finds a method. */
  private static CodeBlock firstOf(List<CodeBlock> choices) {
    if (choices.size() == 1) {
      return returning(choices.get(0));
    }
    CodeBlock first = choices.get(0);
    boolean multiLine = first.toString().contains("\n");
    CodeBlock.Builder code =
        CodeBlock.builder()
            .add("$T found =" + (multiLine ? "\n$>$>" : " "), RuntimeTypes.METHOD_HANDLER)
            .add(first)
            .add(multiLine ? ";\n$<$<" : ";\n");
    for (int i = 1; i < choices.size() - 1; i++) {
      code.beginControlFlow("if (found == null)")
          .addStatement("found = $L", choices.get(i))
          .endControlFlow();
    }
    return code.addStatement("return found != null ? found : $L", choices.get(choices.size() - 1))
        .build();
  }

  private static CodeBlock greedyBody(GreedyStep step) {
    return returning(verbs(step.methods()));
  }

  private static CodeBlock expression(RouteStep step) {
    if (step instanceof SiblingsStep siblings) {
      return siblingsExpression(siblings);
    }
    if (step instanceof SplitStep split) {
      return splitExpression(split);
    }
    return step instanceof PartStep
        ? CodeBlock.of("$N.find(route)", step.member())
        : CodeBlock.of("$N(route)", step.member());
  }

  private static CodeBlock splitExpression(SplitStep step) {
    return CodeBlock.builder()
        .add("route.segment($L).compareTo($S) < 0 ? ", step.depth(), step.from())
        .add(expression(step.lower()))
        .add(" : ")
        .add(expression(step.upper()))
        .build();
  }

  private static CodeBlock siblingsExpression(SiblingsStep step) {
    CodeBlock.Builder code =
        CodeBlock.builder().add("switch (route.segment($L)) {\n$>", step.depth());
    step.bySegment()
        .forEach(
            (segments, child) ->
                code.add(
                    "case $L -> $L;\n",
                    segments.stream()
                        .map(segment -> CodeBlock.of("$S", segment))
                        .collect(CodeBlock.joining(", ")),
                    expression(child)));
    return code.add("default -> null;\n$<}").build();
  }

  private static CodeBlock verbs(Map<HttpMethod, MethodLayout> methods) {
    if (methods.isEmpty()) {
      return CodeBlock.of("null");
    }
    CodeBlock.Builder code = CodeBlock.builder().add("switch (route.httpMethod()) {\n$>");
    methods.forEach(
        (verb, method) -> {
          String labels = labels(verb, methods);
          if (!labels.isEmpty()) {
            code.add("case $L -> $N;\n", labels, Names.member(method.name().simpleName()));
          }
        });
    return code.add("default -> null;\n$<}").build();
  }

  /** ANY stands for the verbs that the resource does not declare. */
  private static String labels(HttpMethod verb, Map<HttpMethod, MethodLayout> methods) {
    Stream<HttpMethod> verbs =
        verb == HttpMethod.ANY
            ? Stream.of(HttpMethod.values())
                .filter(each -> each != HttpMethod.ANY && !methods.containsKey(each))
            : Stream.of(verb);
    return verbs.map(each -> "\"" + each.name() + "\"").collect(Collectors.joining(", "));
  }
}
