package io.gatemason.generator;

import static java.util.stream.Collectors.toSet;

import io.gatemason.generator.check.Checks;
import io.gatemason.generator.check.StageVariables;
import io.gatemason.generator.check.auth.FixedPrincipals;
import io.gatemason.generator.describe.ApiDescription;
import io.gatemason.generator.describe.ApiFeatures;
import io.gatemason.generator.diagnostics.Diagnostic;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.emit.EmittedFile;
import io.gatemason.generator.emit.Emitters;
import io.gatemason.generator.handler.JavaFunctions;
import io.gatemason.generator.layout.ServiceLayout;
import io.gatemason.generator.layout.ServiceLayouts;
import io.gatemason.generator.layout.rest.ScriptsAndModels;
import io.gatemason.generator.model.Api;
import io.gatemason.generator.model.ContextNames;
import io.gatemason.generator.model.FunctionDefinition;
import io.gatemason.generator.model.JavaFunction;
import io.gatemason.generator.model.rest.RestApi;
import io.gatemason.generator.model.service.Service;
import io.gatemason.generator.model.service.Snapshot;
import io.gatemason.generator.model.stage.Stage;
import io.gatemason.generator.model.websocket.WebSocketApi;
import io.gatemason.generator.output.GeneratedFile;
import io.gatemason.generator.output.OutputFolder;
import io.gatemason.generator.read.ApiDocument;
import io.gatemason.generator.read.DocumentLoader;
import io.gatemason.generator.read.FunctionsInUse;
import io.gatemason.generator.read.ProcessFunctions;
import io.gatemason.generator.read.Readers;
import io.gatemason.generator.read.Snapshots;
import io.gatemason.generator.read.SourceSet;
import io.gatemason.generator.vtl.VtlCompiler;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Compiles API documents into the Java source text of a gateway: source, read, check, layout, emit,
 * output, in this order. Stateless and thread-safe, but two runs must not share an output folder at
 * the same time.
 */
public final class Generator {
  private Generator() {}

  /**
   * Generates a service.
   *
   * @return all diagnostics, and what was written; nothing was where diagnostics stop the build
   * @throws IOException if the output folder cannot be written
   */
  public static GenerationResult generate(GenerationRequest request) throws IOException {
    Run run = new Run(request);
    List<EmittedFile> files = run.files();
    if (run.stopped()) {
      return run.result(new OutputFolder.Changes(List.of(), List.of()));
    }
    // Printing is the larger part of the work, and each file is printed on its own.
    List<GeneratedFile> sources =
        Stream.concat(
                files.parallelStream()
                    .map(file -> new GeneratedFile(file.path(), file.text(), file.apiId())),
                Stream.of(run.description()))
            .toList();
    OutputFolder.Changes changes = new OutputFolder(request.output()).write(sources);
    sources.forEach(run::count);
    return run.result(changes);
  }

  /** Finds all diagnostics that {@link #generate} would, and writes nothing. */
  public static GenerationResult check(GenerationRequest request) {
    Run run = new Run(request);
    run.files();
    return run.result(new OutputFolder.Changes(List.of(), List.of()));
  }

  /** The state of one run. */
  private static final class Run {
    private static final Service NOTHING =
        new Service(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    private final GenerationRequest request;
    private final Diagnostics diagnostics = new Diagnostics();
    private final List<ApiDocument> documents = new ArrayList<>();
    private final Map<String, Api> apis = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private final List<Path> inputs = new ArrayList<>();
    private List<FunctionDefinition> used = List.of();
    private Service service = NOTHING;
    private String description = "";

    Run(GenerationRequest request) {
      this.request = request;
    }

    /** Runs all phases up to emit; gives no files where diagnostics stop the build. */
    List<EmittedFile> files() {
      SourceSet sources =
          new DocumentLoader(request.options().parameters(), diagnostics).load(request.source());
      inputs.addAll(sources.inputs());
      documents.addAll(sources.documents());
      for (ApiDocument document : documents) {
        Optional<Api> api = Readers.read(document, request.options().readOptions(), diagnostics);
        api.ifPresent(each -> apis.put(document.apiId(), each));
      }
      FixedPrincipals.check(
          request.options().readOptions().principals(), apis.values(), diagnostics);
      List<Snapshot> snapshots = snapshots(sources);
      service = sources.service(List.copyOf(apis.values()), snapshots);
      Checks.check(service, request.options().settings(), diagnostics);
      used =
          FunctionsInUse.of(
              sources.functions(),
              request.options().functions(),
              Stream.concat(apis.values().stream(), snapshots.stream().map(Snapshot::api)).toList(),
              diagnostics);
      List<JavaFunction> functions = javaFunctions(used);
      List<FunctionDefinition> processes = processes(functions);
      VtlCompiler compiler =
          new VtlCompiler(
              request.options().lenientTemplates(),
              ContextNames.inTemplates(),
              ContextNames.inAccessLogs());
      if (stopped()) {
        service
            .apis(RestApi.class)
            .forEach(api -> ScriptsAndModels.check(api, compiler, diagnostics));
        service
            .apis(WebSocketApi.class)
            .forEach(
                api ->
                    ScriptsAndModels.check(
                        api.routes(), compiler.knowing(ContextNames.inMessages()), diagnostics));
        return List.of();
      }
      ServiceLayout layout =
          new ServiceLayouts(
                  request.options().basePackage(), compiler, Checks::missing, diagnostics)
              .of(service, functions, processes);
      if (stopped()) {
        return List.of();
      }
      description = ApiDescription.of(service);
      return Emitters.emit(layout, request.options().sourceLines());
    }

    private List<FunctionDefinition> processes(List<JavaFunction> inside) {
      Set<String> names =
          inside.stream().map(function -> function.definition().name()).collect(toSet());
      return ProcessFunctions.of(used, names, request.source(), diagnostics);
    }

    private List<Snapshot> snapshots(SourceSet sources) {
      Snapshots snapshots =
          new Snapshots(
              request.source(),
              request.options().parameters(),
              request.options().readOptions(),
              diagnostics);
      List<Snapshot> read = snapshots.read(sources);
      inputs.addAll(snapshots.inputs());
      return read;
    }

    private List<JavaFunction> javaFunctions(List<FunctionDefinition> used) {
      JavaFunctions java = JavaFunctions.of(used, request.handlers(), diagnostics);
      java.inputs().forEach(file -> inputs.add(Path.of(file)));
      return java.found();
    }

    GeneratedFile description() {
      return new GeneratedFile(ApiDescription.PATH, description, Optional.empty());
    }

    boolean stopped() {
      return request.options().failOn().stops(shown());
    }

    void count(GeneratedFile file) {
      int count = (int) file.text().lines().count();
      file.apiId().ifPresent(apiId -> lines.merge(apiId, count, Integer::sum));
    }

    GenerationResult result(OutputFolder.Changes changes) {
      List<GenerationResult.Document> counted = documents.stream().map(this::document).toList();
      return new GenerationResult(
          counted,
          shown(),
          changes.written(),
          changes.deleted(),
          List.copyOf(inputs),
          used.stream().map(Run::function).toList());
    }

    private static GenerationResult.Function function(FunctionDefinition function) {
      return new GenerationResult.Function(
          function.name(), function.runtime(), function.codeUri().orElse(""));
    }

    private GenerationResult.Document document(ApiDocument document) {
      Api api = apis.get(document.apiId());
      return new GenerationResult.Document(
          document.apiId(),
          document.name(),
          api == null ? List.of() : api.stages().stream().map(Stage::name).toList(),
          api == null ? 0 : api.operationCount(),
          lines.getOrDefault(document.apiId(), 0),
          api == null ? Map.of() : StageVariables.settings(api),
          api == null ? List.of() : api.openOperations(),
          api == null ? ApiFeatures.ofTitle(document.apiId()) : ApiFeatures.of(api, service));
    }

    private List<Diagnostic> shown() {
      return request.options().allowances().apply(diagnostics.sorted());
    }
  }
}
