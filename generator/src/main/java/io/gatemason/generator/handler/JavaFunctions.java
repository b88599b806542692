package io.gatemason.generator.handler;

import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.ResourceCodes;
import io.gatemason.generator.model.FunctionDefinition;
import io.gatemason.generator.model.JavaFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Decides which functions run in the gateway's own process. */
public final class JavaFunctions {
  private final Diagnostics diagnostics;
  private final List<JavaFunction> found = new ArrayList<>();
  private final Set<String> inputs = new TreeSet<>();

  private JavaFunctions(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /**
   * Looks for the handlers of those functions that are written for a Java runtime. One that a
   * setting maps must be found; one that only a template declares may run elsewhere if its class is
   * not part of the project.
   */
  public static JavaFunctions of(
      List<FunctionDefinition> functions, HandlerSearch search, Diagnostics diagnostics) {
    JavaFunctions java = new JavaFunctions(diagnostics);
    List<FunctionDefinition> named = new ArrayList<>();
    List<HandlerName> names = new ArrayList<>();
    for (FunctionDefinition function : functions) {
      Optional<HandlerName> name =
          function.isJava() ? HandlerName.of(function.handler()) : Optional.empty();
      if (name.isPresent()) {
        named.add(function);
        names.add(name.get());
      } else if (function.isJava()) {
        java.refuse(
            function,
            "\"" + function.handler() + "\" names no handler",
            "write package.Class or package.Class::method");
      }
    }
    List<HandlerFinding> findings = names.isEmpty() ? List.of() : search.find(names);
    for (int i = 0; i < findings.size(); i++) {
      java.add(named.get(i), findings.get(i));
    }
    return java;
  }

  /** Those whose handlers were found. */
  public List<JavaFunction> found() {
    return List.copyOf(found);
  }

  /** Files of which the findings were made, or would be made if they existed. */
  public List<String> inputs() {
    return List.copyOf(inputs);
  }

  private void add(FunctionDefinition function, HandlerFinding finding) {
    inputs.addAll(finding.inputs());
    finding
        .signature()
        .ifPresentOrElse(
            handler -> {
              found.add(new JavaFunction(function, handler));
              warnOfEnvironment(function);
            },
            () -> {
              if (!finding.missing()) {
                refuse(function, finding.problem(), finding.hint());
              } else {
                reportMissing(function, finding);
              }
            });
  }

  private void reportMissing(FunctionDefinition function, HandlerFinding finding) {
    if (function.mapped()) {
      diagnostics.report(ResourceCodes.GM2201, function.range(), finding.problem(), finding.hint());
    } else {
      diagnostics.report(
          ResourceCodes.GM2202,
          function.range(),
          finding.problem()
              + "; invocations of function \""
              + function.name()
              + "\" fail unless settings of the gateway say where it runs",
          "add the dependency that has the class, or set gateway.lambda.remote");
    }
  }

  private void refuse(FunctionDefinition function, String problem, String hint) {
    diagnostics.report(
        ResourceCodes.GM2203,
        function.range(),
        "the handler of function \"" + function.name() + "\" cannot be called: " + problem,
        hint);
  }

  private void warnOfEnvironment(FunctionDefinition function) {
    Set<String> variables = new TreeSet<>(function.environment().keySet());
    variables.addAll(function.unknownEnvironment());
    if (!variables.isEmpty()) {
      diagnostics.report(
          ResourceCodes.GM2204,
          function.range(),
          "function \""
              + function.name()
              + "\" runs in the gateway's process, which does not get its environment variables "
              + String.join(", ", variables),
          "set them for the gateway's process");
    }
  }
}
