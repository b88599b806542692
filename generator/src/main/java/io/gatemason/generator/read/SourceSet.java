package io.gatemason.generator.read;

import io.gatemason.generator.model.Api;
import io.gatemason.generator.model.FunctionDefinition;
import io.gatemason.generator.model.service.Service;
import io.gatemason.generator.model.service.Snapshot;
import io.gatemason.generator.read.resource.ServiceDraft;
import java.nio.file.Path;
import java.util.List;

/**
 * What was found in a source folder. Immutable.
 *
 * @param documents the API documents, by file name
 * @param functions the functions that templates declare
 * @param draft what stands beside the APIs, by the templates
 * @param inputs every file that was read, also those that are neither
 */
public record SourceSet(
    List<ApiDocument> documents,
    List<FunctionDefinition> functions,
    ServiceDraft draft,
    List<Path> inputs) {

  public SourceSet {
    documents = List.copyOf(documents);
    functions = List.copyOf(functions);
    inputs = List.copyOf(inputs);
  }

  /** The whole service, with nothing of earlier revisions. */
  public Service service(List<Api> apis) {
    return service(apis, List.of());
  }

  /** The whole service. */
  public Service service(List<Api> apis, List<Snapshot> snapshots) {
    return new Service(
        apis,
        snapshots,
        draft.domains(),
        draft.usagePlans(),
        draft.apiKeys(),
        draft.webAcls(),
        functions);
  }
}
