package io.gatemason.generator.read.resource.http;

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
                .with("MatchBasePaths", Properties.of("AnyOf")))
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
    for (ResourceFields action : fields.objects("Actions")) {
      Optional<ResourceFields> invoke = action.object("InvokeApi");
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
                headers(fields),
                basePaths(fields),
                api.get(),
                stage.get().value(),
                invoke.get().isTrue("StripBasePath")));
      }
    }
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

  private static List<List<Placed<String>>> basePaths(ResourceFields fields) {
    List<List<Placed<String>>> all = new ArrayList<>();
    for (ResourceFields condition : fields.objects("Conditions")) {
      condition
          .object("MatchBasePaths")
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
