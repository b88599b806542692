package io.gatemason.generator.read.resource.rest;

import io.gatemason.generator.model.service.Quota;
import io.gatemason.generator.model.service.UsagePlan;
import io.gatemason.generator.model.service.UsagePlan.MethodThrottle;
import io.gatemason.generator.model.service.UsagePlan.PlanStage;
import io.gatemason.generator.model.stage.MethodSettings.Target;
import io.gatemason.generator.model.stage.Throttle;
import io.gatemason.generator.read.resource.Properties;
import io.gatemason.generator.read.resource.ResourceFields;
import io.gatemason.generator.read.resource.ResourceReader;
import io.gatemason.generator.read.resource.ServiceDraft;
import io.gatemason.generator.read.resource.StageNames;
import io.gatemason.generator.read.resource.StageSettingsReader;
import io.gatemason.generator.read.resource.TemplateResource;
import io.gatemason.generator.source.ObjectNode.Member;
import io.gatemason.generator.source.Placed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A usage plan, with its stages, limits and quota. */
public final class UsagePlanReader implements ResourceReader {
  /** The limit of each key. */
  public static final Properties THROTTLE = Properties.of("BurstLimit", "RateLimit");

  /** The quota of each key. */
  public static final Properties QUOTA = Properties.of("Limit", "Offset", "Period");

  @Override
  public List<String> types() {
    return List.of("AWS::ApiGateway::UsagePlan");
  }

  @Override
  public Properties takes() {
    return Properties.of("UsagePlanName")
        .with("ApiStages", Properties.of("ApiId", "Stage").withEach("Throttle", THROTTLE))
        .with("Throttle", THROTTLE)
        .with("Quota", QUOTA);
  }

  @Override
  public void read(TemplateResource resource, ServiceDraft draft) {
    ResourceFields fields = resource.fields();
    List<PlanStage> stages = new ArrayList<>();
    for (ResourceFields stage : fields.objects("ApiStages")) {
      draft
          .api(resource, stage, "ApiId")
          .flatMap(api -> stage(resource, stage, api))
          .ifPresent(stages::add);
    }
    draft.usagePlan(
        new UsagePlan(
            resource.id(),
            resource.range(),
            fields.string("UsagePlanName").map(Placed::value).orElse(resource.logicalId()),
            stages,
            fields.object("Throttle").map(UsagePlanReader::throttle).orElse(Throttle.NONE),
            fields.object("Quota").flatMap(UsagePlanReader::quota),
            List.of()));
  }

  private static Optional<PlanStage> stage(
      TemplateResource resource, ResourceFields stage, String api) {
    stage.demand("Stage");
    List<MethodThrottle> methods = new ArrayList<>();
    Optional<ResourceFields> throttles = stage.object("Throttle");
    for (Member member : throttles.map(ResourceFields::writtenMembers).orElse(List.of())) {
      throttles
          .get()
          .object(member.name())
          .ifPresent(
              limit ->
                  methods.add(
                      new MethodThrottle(
                          member.key().range(), target(member.name()), throttle(limit))));
    }
    return stage
        .written("Stage")
        .flatMap(name -> StageNames.of(resource, name))
        .map(name -> new PlanStage(stage.range(), api, name.value(), methods));
  }

  /** {@code /pets/GET} is a path and a verb; {@code //GET} is the root. */
  private static Target target(String key) {
    int slash = key.lastIndexOf('/');
    return new Target(
        StageSettingsReader.path(key.substring(0, Math.max(slash, 0))),
        key.substring(slash + 1).toUpperCase(Locale.ROOT));
  }

  /** A limit of a plan. */
  public static Throttle throttle(ResourceFields fields) {
    return new Throttle(fields.number("RateLimit"), fields.integer("BurstLimit"));
  }

  /** A quota; empty where its limit or period is missing, which is reported. */
  public static Optional<Quota> quota(ResourceFields fields) {
    fields.required("Limit");
    fields.required("Period");
    Optional<Placed<Integer>> limit = fields.integer("Limit");
    Optional<Placed<Quota.Period>> period = fields.choice("Period", Quota.Period.class);
    return limit.isEmpty() || period.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Quota(
                fields.range(),
                limit.get().value(),
                fields.integer("Offset").map(Placed::value).orElse(0),
                period.get().value()));
  }
}
