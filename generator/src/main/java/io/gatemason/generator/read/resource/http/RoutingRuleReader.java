package io.gatemason.generator.read.resource.http;

import io.gatemason.generator.diagnostics.DomainCodes;
import io.gatemason.generator.diagnostics.ResourceCodes;
import io.gatemason.generator.model.service.RoutingRule;
import io.gatemason.generator.model.service.RoutingRule.HeaderMatch;
import io.gatemason.generator.read.resource.DomainNames;
import io.gatemason.generator.read.resource.Properties;
import io.gatemason.generator.read.resource.ResourceFields;
import io.gatemason.generator.read.resource.ResourceReader;
import io.gatemason.generator.read.resource.ServiceDraft;
import io.gatemason.generator.read.resource.StageNames;
import io.gatemason.generator.read.resource.TemplateResource;
import io.gatemason.generator.source.Placed;
import io.gatemason.generator.source.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A rule by which requests of a custom domain find their stage. */
public final class RoutingRuleReader implements ResourceReader {
  private static final String PATHS = "MatchBasePaths";

  @Override
  public List<String> types() {
    return List.of("AWS::ApiGatewayV2::RoutingRule");
  }

  @Override
  public Properties takes() {
    return Properties.of("DomainNameArn", "Priority")
        .with(
            "Conditions",
            Properties.NONE
                .with(
                    "MatchHeaders",
                    Properties.NONE.with("AnyOf", Properties.of("Header", "ValueGlob")))
                .with(PATHS, Properties.of("AnyOf")))
        .with(
            "Actions",
            Properties.NONE.with("InvokeApi", Properties.of("ApiId", "Stage", "StripBasePath")));
  }

  @Override
  public Properties describes() {
    return Properties.NONE;
  }

  @Override
  public void read(TemplateResource resource, ServiceDraft draft) {
    ResourceFields fields = resource.fields();
    fields.required("Priority");
    Optional<Placed<String>> domain = DomainNames.of(resource, fields, "DomainNameArn");
    Optional<Placed<Integer>> priority = fields.integer("Priority");
    List<List<HeaderMatch>> headers = headers(fields);
    List<List<Placed<String>>> basePaths = basePaths(resource, fields);
    for (ResourceFields action : actions(resource, fields)) {
      action.demand("InvokeApi");
      Optional<ResourceFields> invoke = action.object("InvokeApi");
      invoke.ifPresent(call -> call.demand("Stage"));
      Optional<String> api = invoke.flatMap(call -> draft.api(resource, call, "ApiId"));
      Optional<Placed<String>> stage =
          invoke.flatMap(call -> call.written("Stage")).flatMap(s -> StageNames.of(resource, s));
      if (domain.isPresent() && priority.isPresent() && api.isPresent() && stage.isPresent()) {
        draft.rule(
            domain.get(),
            new RoutingRule(
                resource.id(),
                resource.range(),
                priority.get(),
                headers,
                basePaths,
                api.get(),
                stage.get().value(),
                invoke.get().isTrue("StripBasePath")));
      }
    }
  }

  private static List<ResourceFields> actions(TemplateResource resource, ResourceFields fields) {
    List<ResourceFields> actions = fields.objects("Actions");
    if (actions.isEmpty()) {
      resource.report(
          ResourceCodes.GM2216,
          fields.range("Actions"),
          "a routing rule without an action leads nowhere",
          "write InvokeApi with ApiId and Stage");
    }
    return actions;
  }

  private static List<List<HeaderMatch>> headers(ResourceFields fields) {
    List<List<HeaderMatch>> all = new ArrayList<>();
    for (ResourceFields condition : fields.objects("Conditions")) {
      condition
          .object("MatchHeaders")
          .ifPresent(
              match ->
                  all.add(
                      match.objects("AnyOf").stream()
                          .flatMap(item -> header(item).stream())
                          .toList()));
    }
    return all;
  }

  private static Optional<HeaderMatch> header(ResourceFields item) {
    Optional<ScalarNode> name = item.required("Header");
    Optional<ScalarNode> glob = item.required("ValueGlob");
    return name.isEmpty() || glob.isEmpty()
        ? Optional.empty()
        : Optional.of(new HeaderMatch(placed(name.get()), placed(glob.get())));
  }

  private static List<List<Placed<String>>> basePaths(
      TemplateResource resource, ResourceFields fields) {
    List<List<Placed<String>>> all = new ArrayList<>();
    for (ResourceFields condition : fields.objects("Conditions")) {
      if (condition.written("MatchHeaders").or(() -> condition.written(PATHS)).isEmpty()) {
        resource.report(
            DomainCodes.GM2606,
            condition.range(),
            "a condition asks for nothing, so that every request meets it",
            "write MatchHeaders or MatchBasePaths, or take the condition out");
      }
      condition
          .object(PATHS)
          .ifPresent(
              match ->
                  all.add(match.texts("AnyOf").stream().map(RoutingRuleReader::placed).toList()));
    }
    return all;
  }

  private static Placed<String> placed(ScalarNode text) {
    return new Placed<>(text.text(), text.range());
  }
}
