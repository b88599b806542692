package io.gatemason.generator.check.waf;

import io.gatemason.generator.check.rule.ServiceCheck;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.WebAclCodes;
import io.gatemason.generator.model.Api;
import io.gatemason.generator.model.service.Service;
import io.gatemason.generator.model.waf.WebAcl;
import io.gatemason.generator.model.waf.WebAcl.GuardedStage;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A stage of a REST API has one web ACL ({@code docs/behaviour/web-acls.md#stages}). */
final class GuardedStages implements ServiceCheck {
  @Override
  public void check(Service service, Diagnostics diagnostics) {
    Map<String, WebAcl> seen = new HashMap<>();
    for (WebAcl acl : service.webAcls().acls()) {
      for (GuardedStage stage : acl.stages()) {
        problem(service, acl, stage, seen)
            .ifPresent(
                problem ->
                    diagnostics.report(
                        WebAclCodes.GM2950,
                        stage.range(),
                        problem,
                        "a regional web ACL guards stages of REST APIs, each of which has one"));
      }
    }
  }

  private static Optional<String> problem(
      Service service, WebAcl acl, GuardedStage stage, Map<String, WebAcl> seen) {
    Optional<Api> api =
        service.apis().stream().filter(each -> each.id().equals(stage.apiId())).findFirst();
    if (api.isPresent() && api.get().kind() != Api.Kind.REST) {
      return Optional.of("\"" + stage.apiId() + "\" is no REST API, and has no web ACL");
    }
    if (api.isPresent()
        && api.get().stages().stream().noneMatch(each -> each.name().equals(stage.stage()))) {
      return Optional.of("API \"" + stage.apiId() + "\" has no stage \"" + stage.stage() + "\"");
    }
    if (!acl.regional()) {
      return Optional.of("web ACL \"" + acl.name().value() + "\" is for CloudFront");
    }
    WebAcl other = seen.putIfAbsent(stage.apiId() + "/" + stage.stage(), acl);
    return other == null || other.equals(acl)
        ? Optional.empty()
        : Optional.of("stage \"" + stage.stage() + "\" has another web ACL already");
  }
}
