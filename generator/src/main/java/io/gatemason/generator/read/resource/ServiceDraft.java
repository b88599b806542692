package io.gatemason.generator.read.resource;

import io.gatemason.generator.diagnostics.DidYouMean;
import io.gatemason.generator.diagnostics.ResourceCodes;
import io.gatemason.generator.model.service.ApiKey;
import io.gatemason.generator.model.service.ApiMapping;
import io.gatemason.generator.model.service.Deployment;
import io.gatemason.generator.model.service.DomainName;
import io.gatemason.generator.model.service.ResourceId;
import io.gatemason.generator.model.service.RoutingRule;
import io.gatemason.generator.model.service.UsagePlan;
import io.gatemason.generator.model.stage.CanarySettings;
import io.gatemason.generator.model.stage.Stage;
import io.gatemason.generator.model.waf.WebAcls;
import io.gatemason.generator.read.cloudformation.CloudFormationTemplate;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.Placed;
import io.gatemason.generator.source.ScalarNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What stands beside the APIs of a service while templates are read. Not thread-safe. */
public final class ServiceDraft {
  private final ApiIds apiIds;
  private final Map<String, List<Stage>> stages = new LinkedHashMap<>();
  private final Map<String, List<Stage>> rollouts = new LinkedHashMap<>();
  private final List<Deployment> deployments = new ArrayList<>();
  private final Map<String, Set<String>> deploymentIds = new LinkedHashMap<>();
  private final Set<List<String>> declaredDeployments = new HashSet<>();
  private final Map<ResourceId, UsagePlan> plans = new LinkedHashMap<>();
  private final Map<ResourceId, List<ResourceId>> planKeys = new LinkedHashMap<>();
  private final List<ApiKey> apiKeys = new ArrayList<>();
  private final Map<String, DomainName> domains = new LinkedHashMap<>();
  private final Map<String, Placed<String>> named = new LinkedHashMap<>();
  private final Map<String, List<ApiMapping>> mappings = new LinkedHashMap<>();
  private final Map<String, List<RoutingRule>> rules = new LinkedHashMap<>();
  private final WafDraft waf = new WafDraft();

  /** A draft in which resources of APIs have these ids. */
  public ServiceDraft(ApiIds apiIds) {
    this.apiIds = apiIds;
  }

  /**
   * The id of the API that a property names; empty where it is none of the service's, which is
   * reported unless the template declares it, so that something else is wrong with it.
   */
  public Optional<String> api(TemplateResource resource, ResourceFields fields, String property) {
    Optional<Node> written = fields.written(property);
    Optional<TemplateResource> target = written.flatMap(resource::target);
    Optional<String> id =
        apiIds
            .of(resource.template(), target.map(TemplateResource::logicalId).orElse(""))
            .or(() -> written.flatMap(node -> literal(resource, node)));
    if (id.isEmpty() && target.isEmpty() && written.isPresent()) {
      Set<String> known = apiIds.in(resource.template());
      String name = fields.name(property).map(Placed::value).orElse("?");
      resource.report(
          ResourceCodes.GM2215,
          written.get().range(),
          "\"" + property + "\" names no API of this service: \"" + name + "\"",
          DidYouMean.closest(name, known)
              .map(near -> "did you mean \"" + near + "\"?")
              .orElse("it has no effect; refer to an API that the template declares"));
    }
    return id;
  }

  /** As above, of a property of the resource itself. */
  public Optional<String> api(TemplateResource resource, String property) {
    return api(resource, resource.fields(), property);
  }

  /** The id of the API that a resource declares itself. */
  public Optional<String> apiOf(TemplateResource resource) {
    return apiIds.of(resource.template(), resource.logicalId());
  }

  /** The id of the API with a logical id of a template, or with an id. */
  public Optional<String> apiNamed(CloudFormationTemplate template, String name) {
    return apiIds.of(template, name).or(() -> Optional.of(name).filter(apiIds.all()::contains));
  }

  private Optional<String> literal(TemplateResource resource, Node written) {
    return resource
        .valueIfKnown(written)
        .flatMap(Node::asScalar)
        .map(ScalarNode::text)
        .filter(apiIds.all()::contains);
  }

  /** Adds a stage of an API. */
  public void stage(String apiId, Stage stage) {
    stages.computeIfAbsent(apiId, id -> new ArrayList<>()).add(stage);
  }

  /**
   * Adds a canary that a deployment says, as a stage of that name: the stage that another resource
   * declares has it, and the deployment is the canary's.
   */
  public void rollout(String apiId, Stage stage) {
    rollouts.computeIfAbsent(apiId, id -> new ArrayList<>()).add(stage);
  }

  /** Adds a deployment of a revision. */
  public void deployment(Deployment deployment) {
    deployments.add(deployment);
  }

  /** The deployments of revisions. */
  public List<Deployment> deployments() {
    return List.copyOf(deployments);
  }

  /** Adds the name by which stages and canaries refer to a deployment, of a revision or not. */
  public void deploymentId(String apiId, TemplateResource deployment) {
    deploymentIds.computeIfAbsent(apiId, id -> new TreeSet<>()).add(deployment.logicalId());
    declaredDeployments.add(List.of(deployment.template().name(), deployment.logicalId()));
  }

  /** Whether a template declares a deployment of a known API. */
  public boolean declaresDeployment(String template, String logicalId) {
    return declaredDeployments.contains(List.of(template, logicalId));
  }

  /** The names of all deployments of an API, in order. */
  public Set<String> deploymentIds(String apiId) {
    return deploymentIds.getOrDefault(apiId, Set.of());
  }

  /** Adds a usage plan. */
  public void usagePlan(UsagePlan plan) {
    plans.put(plan.id(), plan);
  }

  /** Adds a key to a plan. */
  public void planKey(ResourceId plan, ResourceId key) {
    planKeys.computeIfAbsent(plan, id -> new ArrayList<>()).add(key);
  }

  /** Adds an API key. */
  public void apiKey(ApiKey key) {
    apiKeys.add(key);
  }

  /** Adds a domain; false where there is one of that name. */
  public boolean domain(DomainName domain) {
    return domains.putIfAbsent(key(domain.name().value()), domain) == null;
  }

  /** Adds a mapping to a domain, declared or not. */
  public void mapping(Placed<String> domain, ApiMapping mapping) {
    named.putIfAbsent(key(domain.value()), domain);
    mappings.computeIfAbsent(key(domain.value()), name -> new ArrayList<>()).add(mapping);
  }

  /** Adds a routing rule to a domain, declared or not. */
  public void rule(Placed<String> domain, RoutingRule rule) {
    named.putIfAbsent(key(domain.value()), domain);
    rules.computeIfAbsent(key(domain.value()), name -> new ArrayList<>()).add(rule);
  }

  /** What there is of web ACLs. */
  public WafDraft waf() {
    return waf;
  }

  /** The stages of an API, in the order of the templates. */
  public List<Stage> stages(String apiId) {
    List<Stage> all = new ArrayList<>(stages.getOrDefault(apiId, List.of()));
    for (Stage rollout : rollouts.getOrDefault(apiId, List.of())) {
      all.replaceAll(stage -> stage.name().equals(rollout.name()) ? with(stage, rollout) : stage);
    }
    return List.copyOf(all);
  }

  /** Canaries that deployments say of stages of an API that no resource declares. */
  public List<Stage> rolloutsWithoutStage(String apiId) {
    List<String> names = stages(apiId).stream().map(Stage::name).toList();
    return rollouts.getOrDefault(apiId, List.of()).stream()
        .filter(rollout -> !names.contains(rollout.name()))
        .toList();
  }

  private static Stage with(Stage stage, Stage rollout) {
    CanarySettings canary = rollout.settings().canary().orElseThrow();
    return new Stage(
        stage.name(),
        stage.range(),
        stage.variables(),
        stage.settings().with(rollout.settings().deployment().map(canary::of).orElse(canary)));
  }

  /** The usage plans with their keys. */
  public List<UsagePlan> usagePlans() {
    return plans.values().stream()
        .map(
            plan ->
                new UsagePlan(
                    plan.id(),
                    plan.range(),
                    plan.name(),
                    plan.stages(),
                    plan.throttle(),
                    plan.quota(),
                    planKeys.getOrDefault(plan.id(), List.of())))
        .toList();
  }

  /** The API keys. */
  public List<ApiKey> apiKeys() {
    return List.copyOf(apiKeys);
  }

  /** The domains that templates declare or lead somewhere, with their mappings and rules. */
  public List<DomainName> domains() {
    Map<String, DomainName> all = new LinkedHashMap<>(domains);
    named.forEach((key, name) -> all.computeIfAbsent(key, absent -> DomainName.elsewhere(name)));
    return all.values().stream()
        .map(
            domain ->
                domain.leadingTo(
                    mappings.getOrDefault(key(domain.name().value()), List.of()),
                    rules.getOrDefault(key(domain.name().value()), List.of())))
        .toList();
  }

  /** Names of hosts are compared without regard to case. */
  private static String key(String domain) {
    return domain.toLowerCase(Locale.ROOT);
  }

  /** The web ACLs with the stages that they guard. */
  public WebAcls webAcls() {
    return waf.webAcls();
  }
}
