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
import io.gatemason.generator.layout.DomainsLayout;
import io.gatemason.generator.layout.ServiceLayout;
import io.gatemason.generator.layout.name.RuntimeTypes;
import io.gatemason.generator.model.service.ApiMapping;
import io.gatemason.generator.model.service.DomainName;
import io.gatemason.generator.model.service.DomainName.Routing;
import io.gatemason.generator.model.service.RoutingRule;
import io.gatemason.generator.source.Placed;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** The class that lists the custom domains of a service; none where it has none. */
final class EmitDomains implements Emitter<ServiceLayout> {
  private final FileFrame frame;

  EmitDomains(FileFrame frame) {
    this.frame = frame;
  }

  @Override
  public List<JavaFile> emit(ServiceLayout service) {
    return service.domains().map(this::file).map(List::of).orElse(List.of());
  }

  private JavaFile file(DomainsLayout layout) {
    CodeBlock domains =
        layout.domains().stream().map(EmitDomains::domain).collect(CodeBlock.joining(", "));
    TypeSpec type =
        TypeSpec.classBuilder(layout.name())
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addJavadoc("The custom domains of the service.\n")
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
            .addMethod(
                MethodSpec.methodBuilder("all")
                    .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                    .addJavadoc("The domains, and where they lead.\n")
                    .returns(
                        ParameterizedTypeName.get(
                            ClassName.get(List.class), RuntimeTypes.CUSTOM_DOMAIN))
                    .addStatement("return $T.of($L)", List.class, domains)
                    .build())
            .build();
    String from =
        layout.domains().stream()
            .map(domain -> Comments.line(domain.name().range().file().name()))
            .distinct()
            .collect(Collectors.joining(", "));
    return frame.file(layout.name(), type, from);
  }

  private static CodeBlock domain(DomainName domain) {
    CodeBlock.Builder code =
        CodeBlock.builder().add("$T.of($S)", RuntimeTypes.CUSTOM_DOMAIN, domain.name().value());
    domain.securityPolicy().ifPresent(policy -> code.add(".securityPolicy($S)", policy.value()));
    code.add(domain.mutualTls().isPresent() ? ".withMutualTls()" : "");
    code.add(domain.strictAccess() ? ".strictAccess()" : "");
    domain.policy().ifPresent(policy -> code.add(".policy($S)", PolicyJson.of(policy)));
    if (domain.routing() != Routing.MAPPING_ONLY) {
      domain.rules().stream()
          .sorted(Comparator.comparing(rule -> rule.priority().value()))
          .forEach(rule -> code.add(".rule($L)", rule(rule)));
    }
    if (domain.routing() != Routing.RULE_ONLY) {
      domain.mappings().forEach(mapping -> code.add(mapping(mapping)));
    }
    return code.build();
  }

  private static CodeBlock mapping(ApiMapping mapping) {
    String basePath = mapping.basePath().value();
    return mapping
        .stage()
        .map(
            stage -> CodeBlock.of(".mapping($S, $S, $S)", basePath, mapping.apiId(), stage.value()))
        .orElseGet(() -> CodeBlock.of(".mapping($S, $S)", basePath, mapping.apiId()));
  }

  private static CodeBlock rule(RoutingRule rule) {
    CodeBlock.Builder code =
        CodeBlock.builder()
            .add(
                "$T.of($S, $L, $S, $S)",
                RuntimeTypes.ROUTING_RULE,
                rule.id().logicalId(),
                rule.priority().value(),
                rule.apiId(),
                rule.stage());
    for (List<RoutingRule.HeaderMatch> anyOf : rule.headers()) {
      code.add(
          ".headers($L)",
          anyOf.stream()
              .map(
                  match ->
                      CodeBlock.of(
                          "new $T($S, $S)",
                          RuntimeTypes.HEADER_MATCH,
                          match.header().value(),
                          match.valueGlob().value()))
              .collect(CodeBlock.joining(", ")));
    }
    for (List<Placed<String>> anyOf : rule.basePaths()) {
      code.add(
          ".basePaths($L)",
          anyOf.stream()
              .map(path -> CodeBlock.of("$S", path.value().replaceAll("^/+|/+$", "")))
              .collect(CodeBlock.joining(", ")));
    }
    return code.add(rule.stripBasePath() ? ".stripBasePath()" : "").build();
  }
}
