package io.gatemason.generator.emit.waf;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import io.gatemason.generator.emit.code.Annotations;
import io.gatemason.generator.layout.name.RuntimeTypes;
import io.gatemason.generator.layout.waf.RuleSetLayout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/** Prints which web ACL guards which stage of an API. */
public final class WebAclMethods {
  private static final ClassName OPTIONAL = ClassName.get(Optional.class);

  private WebAclMethods() {}

  /**
   * The methods of an API's class; none where no stage is guarded.
   *
   * @param byStage the classes of the web ACLs
   */
  public static List<MethodSpec> of(Map<String, RuleSetLayout> byStage) {
    List<MethodSpec> methods = new ArrayList<>();
    if (!byStage.isEmpty()) {
      methods.add(
          override("webAcl")
              .returns(RuntimeTypes.WEB_ACL_GUARD.annotated(Annotations.NULLABLE))
              .addCode(
                  choice(
                      byStage,
                      acl ->
                          CodeBlock.of(
                              "stage.webAcl($S, $T::create)", acl.set().name().value(), acl.type()),
                      CodeBlock.of("null")))
              .build());
    }
    Map<String, RuleSetLayout> logged = new LinkedHashMap<>(byStage);
    logged.values().removeIf(acl -> acl.logging().isEmpty());
    if (!logged.isEmpty()) {
      methods.add(
          override("webAclLog")
              .returns(ParameterizedTypeName.get(OPTIONAL, RuntimeTypes.WEB_ACL_LOG))
              .addCode(
                  choice(
                      logged,
                      acl -> CodeBlock.of("$T.of($T.log())", OPTIONAL, acl.type()),
                      CodeBlock.of("$T.empty()", OPTIONAL)))
              .build());
    }
    return methods;
  }

  private static CodeBlock choice(
      Map<String, RuleSetLayout> byStage,
      Function<RuleSetLayout, CodeBlock> value,
      CodeBlock otherwise) {
    Map<RuleSetLayout, List<CodeBlock>> stages = new LinkedHashMap<>();
    byStage.forEach(
        (stage, acl) ->
            stages.computeIfAbsent(acl, each -> new ArrayList<>()).add(CodeBlock.of("$S", stage)));
    CodeBlock.Builder arms = CodeBlock.builder().beginControlFlow("return switch (info().stage())");
    stages.forEach(
        (acl, names) ->
            arms.addStatement("case $L -> $L", CodeBlock.join(names, ", "), value.apply(acl)));
    return arms.addStatement("default -> $L", otherwise).unindent().add("};\n").build();
  }

  private static MethodSpec.Builder override(String name) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC);
  }
}
