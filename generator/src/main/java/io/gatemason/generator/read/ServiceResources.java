package io.gatemason.generator.read;

import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.ResourceCodes;
import io.gatemason.generator.read.assemble.sam.SamTemplates;
import io.gatemason.generator.read.cloudformation.CloudFormationTemplate;
import io.gatemason.generator.read.cloudformation.intrinsic.Substitution;
import io.gatemason.generator.read.resource.ApiIds;
import io.gatemason.generator.read.resource.NotBuiltYet;
import io.gatemason.generator.read.resource.ResourceReader;
import io.gatemason.generator.read.resource.ServiceDraft;
import io.gatemason.generator.read.resource.TemplateResource;
import io.gatemason.generator.read.resource.TemplateScope;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Reads the resources of all templates, each by the reader of its type. */
final class ServiceResources {
  private final Diagnostics diagnostics;
  private final BiFunction<CloudFormationTemplate, Diagnostics, Substitution> substitutions;
  private final ServiceDraft draft;
  private final NoDocument missing;

  /**
   * Prepares a run.
   *
   * @param substitutions resolves functions as a template means them
   * @param missing says why an API has no document
   */
  ServiceResources(
      ApiIds apiIds,
      NoDocument missing,
      BiFunction<CloudFormationTemplate, Diagnostics, Substitution> substitutions,
      Diagnostics diagnostics) {
    this.draft = new ServiceDraft(apiIds);
    this.missing = missing;
    this.substitutions = substitutions;
    this.diagnostics = diagnostics;
  }

  /** Reads them; what is wrong, not known or not built yet is reported. */
  ServiceDraft read(List<CloudFormationTemplate> templates) {
    for (CloudFormationTemplate template : templates) {
      TemplateScope scope =
          new TemplateScope(template, own -> substitutions.apply(template, own), diagnostics);
      TemplateJudgement judgement = new TemplateJudgement();
      judgement.judgeGlobals(scope);
      scope.resources().forEach(resource -> judgement.judge(scope, resource));
      judgement.count(scope);
      scope.resources().forEach(this::read);
    }
    return draft;
  }

  private void read(TemplateResource resource) {
    ResourceReader reader = ResourceReaders.BY_TYPE.get(resource.type());
    if (reader == null || !resource.exists()) {
      return;
    }
    NotBuiltYet.report(resource);
    boolean lacksDocument =
        ResourceReaders.hasDocument(resource)
            && !SamTemplates.isImplicit(resource.logicalId())
            && draft.apiOf(resource).isEmpty();
    if (lacksDocument) {
      reportMissing(resource);
    }
    reader.read(resource, draft);
  }

  private void reportMissing(TemplateResource resource) {
    Optional<NoDocument.Reason> reason = missing.of(resource.template(), resource.logicalId());
    resource.report(
        ResourceCodes.GM2214,
        resource.range(),
        reason
            .map(NoDocument.Reason::message)
            .orElse("API \"" + resource.logicalId() + "\" has neither a document nor methods"),
        reason.map(NoDocument.Reason::hint).orElse("write its document, or its methods")
            + "; or allow "
            + ResourceCodes.GM2214
            + " to go without this API");
  }
}
