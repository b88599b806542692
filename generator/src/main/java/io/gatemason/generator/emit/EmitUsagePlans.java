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
import io.gatemason.generator.layout.PlansLayout;
import io.gatemason.generator.layout.ServiceLayout;
import io.gatemason.generator.layout.name.RuntimeTypes;
import io.gatemason.generator.model.service.Quota;
import io.gatemason.generator.model.service.UsagePlan;
import io.gatemason.generator.model.service.UsagePlan.MethodThrottle;
import io.gatemason.generator.model.service.UsagePlan.PlanStage;
import io.gatemason.generator.model.stage.Throttle;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** The class that lists the usage plans and API keys of a service; none where it has none. */
final class EmitUsagePlans implements Emitter<ServiceLayout> {
  private final FileFrame frame;

  EmitUsagePlans(FileFrame frame) {
    this.frame = frame;
  }

  @Override
  public List<JavaFile> emit(ServiceLayout service) {
    return service.plans().map(this::file).map(List::of).orElse(List.of());
  }

  private JavaFile file(PlansLayout plans) {
    TypeSpec type =
        TypeSpec.classBuilder(plans.name())
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addJavadoc("The usage plans and API keys of the service.\n")
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
            .addMethod(
                list(
                    "plans",
                    "The usage plans.\n",
                    RuntimeTypes.USAGE_PLAN,
                    plans.plans().stream().map(EmitUsagePlans::plan).toList()))
            .addMethod(
                list(
                    "keys",
                    "The API keys, by the SHA-256 of their values.\n",
                    RuntimeTypes.API_KEY,
                    plans.keys().stream().map(EmitUsagePlans::key).toList()))
            .build();
    String from =
        Stream.concat(
                plans.plans().stream().map(each -> each.plan().range()),
                plans.keys().stream().map(each -> each.key().range()))
            .map(range -> Comments.line(range.file().name()))
            .distinct()
            .collect(Collectors.joining(", "));
    return frame.file(plans.name(), type, from);
  }

  private static MethodSpec list(
      String name, String javadoc, ClassName type, List<CodeBlock> elements) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addJavadoc(javadoc)
        .returns(ParameterizedTypeName.get(ClassName.get(List.class), type))
        .addStatement("return $T.of($L)", List.class, CodeBlock.join(elements, ", "))
        .build();
  }

  private static CodeBlock plan(PlansLayout.Plan layout) {
    UsagePlan plan = layout.plan();
    CodeBlock.Builder code =
        CodeBlock.builder().add("$T.of($S, $S)", RuntimeTypes.USAGE_PLAN, layout.id(), plan.name());
    if (limits(plan.throttle())) {
      code.add(".throttle($L, $L)", rate(plan.throttle()), burst(plan.throttle()));
    }
    plan.quota().ifPresent(quota -> code.add(quota(quota)));
    for (PlanStage stage : plan.stages()) {
      code.add(".stage($S, $S)", stage.apiId(), stage.stage());
      for (MethodThrottle method : stage.methods()) {
        if (limits(method.throttle())) {
          code.add(
              ".methodThrottle($S, $S, $S, $S, $L, $L)",
              stage.apiId(),
              stage.stage(),
              method.method().verb(),
              method.method().path(),
              rate(method.throttle()),
              burst(method.throttle()));
        }
      }
    }
    return code.build();
  }

  private static CodeBlock quota(Quota quota) {
    return CodeBlock.of(
        ".quota($L, $L, $T.$L)",
        quota.limit(),
        quota.offset(),
        RuntimeTypes.QUOTA_PERIOD,
        quota.period());
  }

  private static CodeBlock key(PlansLayout.Key layout) {
    CodeBlock.Builder code =
        CodeBlock.builder()
            .add("$T.of($S, $S)", RuntimeTypes.API_KEY, layout.id(), layout.key().name());
    layout.key().value().ifPresent(value -> code.add(".sha256($S)", sha256(value.text())));
    if (layout.key().enabled()) {
      code.add(".enabled()");
    }
    layout.plans().forEach(plan -> code.add(".plan($S)", plan));
    return code.build();
  }

  /** Values of -1 are written where nothing is to be limited. */
  private static boolean limits(Throttle throttle) {
    return !throttle.isEmpty() && rate(throttle) >= 0 && burst(throttle) >= 0;
  }

  private static double rate(Throttle throttle) {
    return throttle.ratePerSecond().map(rate -> rate.value()).orElse(Throttle.DEFAULT_RATE);
  }

  private static int burst(Throttle throttle) {
    return throttle.burst().map(burst -> burst.value()).orElse(Throttle.DEFAULT_BURST);
  }

  private static String sha256(String value) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
