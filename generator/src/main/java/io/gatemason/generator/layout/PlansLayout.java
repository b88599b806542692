package io.gatemason.generator.layout;

import com.palantir.javapoet.ClassName;
import io.gatemason.generator.model.service.ApiKey;
import io.gatemason.generator.model.service.ResourceId;
import io.gatemason.generator.model.service.Service;
import io.gatemason.generator.model.service.UsagePlan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The usage plans and API keys of a service.
 *
 * @param name the class that lists them
 * @param plans with their names in the service, in the order of their ids
 * @param keys with their names in the service, in the order of their ids
 */
public record PlansLayout(ClassName name, List<Plan> plans, List<Key> keys) {

  /**
   * A usage plan.
   *
   * @param id its name in the service
   */
  public record Plan(String id, UsagePlan plan) {}

  /**
   * An API key.
   *
   * @param id its name in the service
   * @param plans the names of the plans that it belongs to
   */
  public record Key(String id, ApiKey key, List<String> plans) {}

  public PlansLayout {
    plans = List.copyOf(plans);
    keys = List.copyOf(keys);
  }

  /** The plans and keys; empty where there are none. */
  static Optional<PlansLayout> of(String basePackage, Service service) {
    if (service.usagePlans().isEmpty() && service.apiKeys().isEmpty()) {
      return Optional.empty();
    }
    List<UsagePlan> plans =
        service.usagePlans().stream().sorted(Comparator.comparing(UsagePlan::id)).toList();
    List<ApiKey> keys =
        service.apiKeys().stream().sorted(Comparator.comparing(ApiKey::id)).toList();
    Map<ResourceId, String> planNames = names(plans.stream().map(UsagePlan::id).toList());
    Map<ResourceId, String> keyNames = names(keys.stream().map(ApiKey::id).toList());
    return Optional.of(
        new PlansLayout(
            ClassName.get(basePackage, "UsagePlans"),
            plans.stream().map(plan -> new Plan(name(planNames, plan.id()), plan)).toList(),
            keys.stream()
                .map(key -> new Key(name(keyNames, key.id()), key, plansOf(key, plans, planNames)))
                .toList()));
  }

  private static List<String> plansOf(
      ApiKey key, List<UsagePlan> plans, Map<ResourceId, String> names) {
    List<String> own = new ArrayList<>();
    for (UsagePlan plan : plans) {
      if (plan.keys().contains(key.id())) {
        own.add(name(names, plan.id()));
      }
    }
    return own;
  }

  private static String name(Map<ResourceId, String> names, ResourceId id) {
    return names.getOrDefault(id, id.logicalId());
  }

  /** The logical id; where two templates have the same, with the template in front. */
  private static Map<ResourceId, String> names(List<ResourceId> ids) {
    Set<String> seen = new HashSet<>();
    Set<String> repeated = new HashSet<>();
    for (ResourceId id : ids) {
      if (!seen.add(id.logicalId())) {
        repeated.add(id.logicalId());
      }
    }
    Map<ResourceId, String> names = new HashMap<>();
    for (ResourceId id : ids) {
      boolean clash = repeated.contains(id.logicalId());
      names.put(id, clash ? id.template() + "#" + id.logicalId() : id.logicalId());
    }
    return names;
  }
}
