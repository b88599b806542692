package io.gatemason.runtime.server.setting;

import io.gatemason.runtime.exchange.ApiInfo;
import io.helidon.config.Config;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The names of APIs and stages in settings, which have no effect where nothing is called so. */
public final class StageSettingNames {
  private static final System.Logger LOG = System.getLogger(StageSettingNames.class.getName());

  private StageSettingNames() {}

  /** Warns of settings for APIs and stages that the service does not have. */
  public static void check(Config config, List<ApiInfo> served) {
    unserved(config, served).forEach(problem -> LOG.log(System.Logger.Level.WARNING, problem));
  }

  /** What is wrong with the names of APIs and stages, one text for each wrong name. */
  static List<String> unserved(Config config, List<ApiInfo> served) {
    List<String> problems = new ArrayList<>();
    Set<String> apis = new TreeSet<>(served.stream().map(ApiInfo::apiId).toList());
    for (Config api : config.get("gateway.apis").asNodeList().orElse(List.of())) {
      String id = Config.Key.unescapeName(api.name());
      if (!apis.contains(id)) {
        problems.add(unserved(api, "API", apis));
        continue;
      }
      Set<String> stages = new TreeSet<>();
      served.stream()
          .filter(info -> info.apiId().equals(id))
          .map(ApiInfo::stage)
          .forEach(stages::add);
      for (Config stage : api.get("stages").asNodeList().orElse(List.of())) {
        if (!stages.contains(Config.Key.unescapeName(stage.name()))) {
          problems.add(unserved(stage, "stage", stages));
        }
      }
    }
    return problems;
  }

  private static String unserved(Config setting, String kind, Set<String> known) {
    return "%s has no effect: there is no such %s, only %s"
        .formatted(setting.key(), kind, String.join(", ", known));
  }
}
