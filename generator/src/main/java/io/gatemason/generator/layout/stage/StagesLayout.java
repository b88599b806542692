package io.gatemason.generator.layout.stage;

import com.palantir.javapoet.ClassName;
import io.gatemason.generator.layout.name.Names;
import io.gatemason.generator.layout.name.RuntimeTypes;
import io.gatemason.generator.model.Api;
import io.gatemason.generator.model.stage.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The stages of an API. Classes are shared, objects are per stage.
 *
 * @param constants the class that holds what is fixed about each stage
 * @param stages one constant each, in the order of the document
 * @param type the class of what methods look up: the API's own if it has objects of its own, the
 *     runtime's otherwise
 * @param objects the instances of generated classes that the API has once in each stage, by name
 */
public record StagesLayout(
    ClassName constants, List<StageConstant> stages, ClassName type, List<StageLookup> objects) {

  /**
   * The stages of an API that a document of it serves.
   *
   * @param deployed which they are
   * @param packageName the package of their classes
   * @param prefix how the names of the API's classes begin
   * @param lookups all that its methods look up
   */
  public static StagesLayout of(
      Api api, Deployed deployed, String packageName, String prefix, Stream<StageLookup> lookups) {
    Map<String, StageLookup> objects = new TreeMap<>();
    lookups
        .filter(lookup -> lookup.origin() == StageLookup.Origin.API)
        .forEach(lookup -> objects.putIfAbsent(lookup.accessor(), lookup));
    return new StagesLayout(
        ClassName.get(packageName, prefix + "Stages"),
        constants(api, deployed),
        objects.isEmpty() ? RuntimeTypes.STAGE : ClassName.get(packageName, prefix + "Stage"),
        List.copyOf(objects.values()));
  }

  private static List<StageConstant> constants(Api api, Deployed deployed) {
    List<StageConstant> stages = new ArrayList<>();
    if (api.stages().isEmpty()) {
      stages.add(StageConstant.of("ROOT", Optional.empty(), deployed.id(), api));
    }
    for (Stage stage : api.stages()) {
      String name = constant(stage, api.stages());
      if (deployed.serves(stage)) {
        stages.add(StageConstant.of(name, Optional.of(stage), deployed.id(), api));
      }
      if (deployed.servesCanary(stage)) {
        String canary = constant(canaryName(stage.name()), names(api.stages()));
        stages.add(
            deployed.serves(stage)
                ? StageConstant.canary(/* name= */ canary, stage, /* canaryOf= */ name)
                : StageConstant.canary(canary, stage, deployed.id(), api));
      }
    }
    return stages;
  }

  /** Whether the API has a class for what its methods look up. */
  public boolean hasOwnType() {
    return !objects.isEmpty();
  }

  private static String canaryName(String stage) {
    return stage + "-canary";
  }

  /** The names of stages, and of their canaries. */
  private static List<String> names(List<Stage> stages) {
    return stages.stream()
        .flatMap(stage -> Stream.of(stage.name(), canaryName(stage.name())))
        .toList();
  }

  private static String constant(Stage stage, List<Stage> all) {
    return constant(stage.name(), names(all));
  }

  /** Two names may differ in letter case or signs only. */
  private static String constant(String stage, List<String> all) {
    String name = Names.constant(stage);
    boolean shared =
        all.stream().anyMatch(other -> !other.equals(stage) && Names.constant(other).equals(name));
    return shared ? name + "_" + Names.fingerprint(stage).toUpperCase(Locale.ROOT) : name;
  }
}
