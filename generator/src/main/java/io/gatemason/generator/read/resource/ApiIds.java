package io.gatemason.generator.read.resource;

import io.gatemason.generator.read.cloudformation.CloudFormationTemplate;
import io.gatemason.generator.source.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The ids that APIs of a service have, by the resources that declare them. Not thread-safe. */
public final class ApiIds {
  private final Map<ObjectNode, Map<String, String>> declared = new HashMap<>();
  private final Map<ObjectNode, String> owners = new HashMap<>();
  private final Set<String> all = new HashSet<>();

  /** Says which API a resource declares. */
  public void put(CloudFormationTemplate template, String logicalId, String apiId) {
    declared.computeIfAbsent(template.root(), t -> new HashMap<>()).put(logicalId, apiId);
    all.add(apiId);
  }

  /** Says that all resources belong to one API, whether they name it or not. */
  public void putAll(CloudFormationTemplate resources, String apiId) {
    owners.put(resources.root(), apiId);
    all.add(apiId);
  }

  /** The API that a resource declares, or to which all resources belong. */
  public Optional<String> of(CloudFormationTemplate template, String logicalId) {
    return Optional.ofNullable(owners.get(template.root()))
        .or(
            () ->
                Optional.ofNullable(
                    declared.getOrDefault(template.root(), Map.of()).get(logicalId)));
  }

  /** The logical ids of a template's APIs. */
  public Set<String> in(CloudFormationTemplate template) {
    return declared.getOrDefault(template.root(), Map.of()).keySet();
  }

  /** All ids. */
  public Set<String> all() {
    return all;
  }
}
