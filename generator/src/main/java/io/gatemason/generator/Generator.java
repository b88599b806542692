package io.gatemason.generator;

import io.gatemason.generator.check.Checks;
import io.gatemason.generator.check.rest.FixedPrincipals;
import io.gatemason.generator.describe.ApiDescription;
import io.gatemason.generator.diagnostics.Diagnostic;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.emit.EmittedFile;
import io.gatemason.generator.emit.Emitters;
import io.gatemason.generator.handler.JavaFunctions;
import io.gatemason.generator.layout.ServiceLayout;
import io.gatemason.generator.layout.ServiceLayouts;
import io.gatemason.generator.model.FunctionDefinition;
import io.gatemason.generator.model.service.Service;
import io.gatemason.generator.output.GeneratedFile;
import io.gatemason.generator.output.OutputFolder;
import io.gatemason.generator.read.DocumentLoader;
import io.gatemason.generator.read.ServiceSources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Compiles API documents into the Java source text of a gateway: source, read, check, layout, emit,
 * output, in this order. Stateless and thread-safe, but two runs must not share an output folder at
 * the same time.
 */
public final class Generator {
  private final GenerationOptions options;
  private final Diagnostics diagnostics = new Diagnostics();
  private final ServiceSources sources;
  private final JavaFunctions handlers;

  /** Reads. */
  private Generator(GenerationRequest request) {
    this.options = request.options();
    this.sources =
        ServiceSources.read(
            request.source(),
            options.parameters(),
            options.readOptions(),
            options.functions(),
            diagnostics);
    this.handlers = JavaFunctions.of(sources.functions(), request.handlers(), diagnostics);
  }

  /**
   * Generates a service.
   *
   * @return all diagnostics, and what was written; nothing was where diagnostics stop the build
   * @throws IOException if the output folder cannot be written
   */
  public static GenerationResult generate(GenerationRequest request) throws IOException {
    Generator run = new Generator(request);
    List<EmittedFile> files = run.files();
    if (run.stopped()) {
      return run.result(List.of(), OutputFolder.Changes.NONE);
    }
    // Printing is the larger part of the work, and each file is printed on its own.
    List<GeneratedFile> printed =
        Stream.concat(
                files.parallelStream()
                    .map(file -> new GeneratedFile(file.path(), file.text(), file.apiId())),
                Stream.of(run.description()))
            .toList();
    return run.result(printed, new OutputFolder(request.output()).write(printed));
  }

  /** Finds all diagnostics that {@link #generate} would, and writes nothing. */
  public static GenerationResult check(GenerationRequest request) {
    Generator run = new Generator(request);
    run.files();
    return run.result(List.of(), OutputFolder.Changes.NONE);
  }

  /** Checks, lays out and emits; gives no files where diagnostics stop the build. */
  private List<EmittedFile> files() {
    Service service = sources.service();
    FixedPrincipals.check(options.readOptions().principals(), service.apis(), diagnostics);
    Checks.check(service, options.settings(), diagnostics);
    List<FunctionDefinition> processes = sources.processes(handlers.found(), diagnostics);
    ServiceLayouts layouts =
        new ServiceLayouts(
            options.basePackage(), options.lenientTemplates(), Checks::missing, diagnostics);
    if (stopped()) {
      layouts.check(service);
      return List.of();
    }
    ServiceLayout layout = layouts.of(service, handlers.found(), processes);
    return stopped() ? List.of() : Emitters.emit(layout, options.sourceLines());
  }

  private GeneratedFile description() {
    return new GeneratedFile(
        ApiDescription.PATH, ApiDescription.of(sources.service()), Optional.empty());
  }

  private boolean stopped() {
    return options.failOn().stops(shown());
  }

  private List<Diagnostic> shown() {
    return options.allowances().apply(diagnostics.sorted());
  }

  private GenerationResult result(List<GeneratedFile> files, OutputFolder.Changes changes) {
    List<Path> inputs = handlers.inputs().stream().map(Path::of).toList();
    return GenerationResult.of(sources, shown(), inputs, files, changes);
  }

  /**
   * The folder that is read for a source, at which the folders of functions' code begin: of what
   * {@code sam build} made, that of the project.
   */
  public static Path folder(Path source) {
    return DocumentLoader.folder(source);
  }
}
