package io.gatemason.generator.read;

import static java.util.stream.Collectors.toSet;

import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.Api;
import io.gatemason.generator.model.FunctionDefinition;
import io.gatemason.generator.model.JavaFunction;
import io.gatemason.generator.model.service.Service;
import io.gatemason.generator.model.service.Snapshot;
import io.gatemason.generator.read.document.ReadOptions;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The service that documents and templates declare, and what it was read from. Immutable.
 *
 * @param source the document or folder
 * @param documents all API documents, by file name
 * @param service what could be made of them
 * @param functions the functions that integrations name, as far as it is known what they are
 * @param inputs every file that was read, in order
 */
public record ServiceSources(
    Path source,
    List<ApiDocument> documents,
    Service service,
    List<FunctionDefinition> functions,
    List<Path> inputs) {

  /**
   * Reads a service.
   *
   * @param source a document or folder
   * @param parameters values of placeholders and template parameters by name
   * @param handlers handlers of Java functions by the names of the functions
   */
  public static ServiceSources read(
      Path source,
      Map<String, String> parameters,
      ReadOptions options,
      Map<String, String> handlers,
      Diagnostics diagnostics) {
    SourceSet found = new DocumentLoader(parameters, diagnostics).load(source);
    Map<String, Api> apis = new LinkedHashMap<>();
    for (ApiDocument document : found.documents()) {
      Readers.read(document, options, diagnostics)
          .ifPresent(api -> apis.put(document.apiId(), api));
    }
    Snapshots revisions = new Snapshots(source, parameters, options, diagnostics);
    List<Snapshot> snapshots = revisions.read(found);
    List<Api> all =
        Stream.concat(apis.values().stream(), snapshots.stream().map(Snapshot::api)).toList();
    return new ServiceSources(
        source,
        found.documents(),
        found.service(List.copyOf(apis.values()), snapshots),
        FunctionsInUse.of(found.functions(), handlers, all, diagnostics),
        Stream.concat(found.inputs().stream(), revisions.inputs().stream()).toList());
  }

  /** The API of a document, unless it was refused. */
  public Optional<Api> api(ApiDocument document) {
    return service.apis().stream().filter(api -> api.id().equals(document.apiId())).findFirst();
  }

  /** The functions that run in processes of the machine, as they do not run inside. */
  public List<FunctionDefinition> processes(List<JavaFunction> inside, Diagnostics diagnostics) {
    return ProcessFunctions.of(
        functions,
        inside.stream().map(function -> function.definition().name()).collect(toSet()),
        source,
        diagnostics);
  }
}
