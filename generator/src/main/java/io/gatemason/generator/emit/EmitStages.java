package io.gatemason.generator.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.gatemason.generator.emit.code.ApiSettings;
import io.gatemason.generator.emit.code.Comments;
import io.gatemason.generator.emit.code.Emitter;
import io.gatemason.generator.emit.code.FileFrame;
import io.gatemason.generator.layout.ApiLayout;
import io.gatemason.generator.layout.name.RuntimeTypes;
import io.gatemason.generator.layout.stage.StageConstant;
import io.gatemason.generator.layout.stage.StageLookup;
import io.gatemason.generator.layout.stage.StagesLayout;
import io.gatemason.generator.model.Api;
import io.gatemason.generator.model.stage.CanarySettings;
import io.gatemason.generator.model.stage.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** What is fixed about the stages of an API, and the class of what its methods share in a stage. */
final class EmitStages implements Emitter<ApiLayout> {
  private final FileFrame frame;
  private final List<ApiSettings> ofKinds;

  /**
   * Prints them in a frame.
   *
   * @param ofKinds what is fixed about the kinds of API
   */
  EmitStages(FileFrame frame, List<ApiSettings> ofKinds) {
    this.frame = frame;
    this.ofKinds = ofKinds;
  }

  @Override
  public List<JavaFile> emit(ApiLayout api) {
    List<JavaFile> files = new ArrayList<>();
    StagesLayout stages = api.stages();
    files.add(frame.file(stages.constants(), constants(api), api.api().range(), ""));
    if (stages.hasOwnType()) {
      files.add(frame.file(stages.type(), own(stages, api.api().id()), api.api().range(), ""));
    }
    return files;
  }

  private TypeSpec constants(ApiLayout api) {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(api.stages().constants())
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addJavadoc(
                "What is fixed about the stages of API $L.\n", Comments.javadoc(api.api().id()));
    for (StageConstant stage : api.stages().stages()) {
      type.addField(
          FieldSpec.builder(
                  RuntimeTypes.API_INFO,
                  stage.name(),
                  Modifier.PUBLIC,
                  Modifier.STATIC,
                  Modifier.FINAL)
              .addJavadoc("$L.\n", title(stage))
              .initializer(
                  stage
                      .canaryOf()
                      .map(name -> CodeBlock.of("$N.toBuilder().servesCanary().build()", name))
                      .orElseGet(() -> info(api.api(), stage)))
              .build());
    }
    return type.addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
        .build();
  }

  private static String title(StageConstant stage) {
    return stage
        .stage()
        .map(
            each ->
                (stage.canary() ? "Canary of stage " : "Stage ") + Comments.javadoc(each.name()))
        .orElse("The API at the root");
  }

  private CodeBlock info(Api api, StageConstant stage) {
    List<CodeBlock> settings = new ArrayList<>();
    stage
        .stage()
        .ifPresent(
            each ->
                each.variables()
                    .forEach(
                        variable ->
                            settings.add(
                                CodeBlock.of(
                                    ".stageVariable($S, $S)",
                                    variable.name().text(),
                                    variable.value().text()))));
    if (!stage.undefined().isEmpty()) {
      settings.add(
          CodeBlock.of(
              ".undefinedVariables($L)",
              stage.undefined().stream()
                  .map(name -> CodeBlock.of("$S", name))
                  .collect(CodeBlock.joining(", "))));
    }
    stage
        .stage()
        .flatMap(each -> StageSettingsCode.of(each.settings()))
        .ifPresent(code -> settings.add(CodeBlock.of(".settings($L)", code)));
    stage
        .stage()
        .flatMap(each -> each.settings().canary())
        .ifPresent(canary -> settings.add(CodeBlock.of(".canary($L)", canary(canary))));
    stage
        .stage()
        .flatMap(each -> name(api, each))
        .ifPresent(name -> settings.add(CodeBlock.of(".name($S)", name)));
    ofKinds.forEach(kind -> settings.addAll(kind.of(api)));
    stage.deployment().ifPresent(id -> settings.add(CodeBlock.of(".deploymentId($S)", id)));
    if (stage.canary()) {
      settings.add(CodeBlock.of(".servesCanary()"));
    }
    return CodeBlock.of(
        settings.isEmpty() ? "$T.of($S, $S)$L" : "$T.builder($S, $S)$L.build()",
        RuntimeTypes.API_INFO,
        api.id(),
        stage.stage().map(Stage::name).orElse(""),
        CodeBlock.join(settings, ""));
  }

  /** Traces name the API by its title. */
  private static Optional<String> name(Api api, Stage stage) {
    return Optional.of(api.title())
        .filter(title -> stage.settings().isTraced() && !title.equals(api.id()));
  }

  private static CodeBlock canary(CanarySettings canary) {
    CodeBlock.Builder code =
        CodeBlock.builder()
            .add(
                "$T.of($L)",
                RuntimeTypes.CANARY,
                canary.percentTraffic().map(percent -> percent.value()).orElse(0.0));
    for (Stage.Variable variable : canary.overrides()) {
      code.add(".override($S, $S)", variable.name().text(), variable.value().text());
    }
    return code.add(canary.useStageCache() ? ".withStageCache()" : "").build();
  }

  /** The class of what an API has once in each stage. */
  static TypeSpec own(StagesLayout stages, String apiId) {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(stages.type())
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .superclass(RuntimeTypes.STAGE)
            .addJavadoc(
                "What the methods of API $L share in one stage.\n", Comments.javadoc(apiId));
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc("Sets up a stage.\n")
            .addParameter(RuntimeTypes.SERVICES, "services")
            .addParameter(RuntimeTypes.API_INFO, "info")
            .addStatement("super(services, info)");
    for (StageLookup object : stages.objects()) {
      type.addField(object.type(), object.accessor(), Modifier.PRIVATE, Modifier.FINAL);
      constructor.addStatement("this.$N = new $T(this)", object.accessor(), object.type());
    }
    type.addMethod(constructor.build());
    stages.objects().forEach(object -> type.addMethod(accessor(object)));
    return type.build();
  }

  private static MethodSpec accessor(StageLookup object) {
    return MethodSpec.methodBuilder(object.accessor())
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc("See {@link $T}.\n", object.type())
        .returns(object.type())
        .addStatement("return $N", object.accessor())
        .build();
  }
}
