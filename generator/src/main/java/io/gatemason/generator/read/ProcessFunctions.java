package io.gatemason.generator.read;

import io.gatemason.generator.diagnostics.DiagnosticCode;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.FunctionDefinition;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Decides which functions can run in processes beside the gateway: those of a runtime that speaks
 * the Runtime API, whose code lies in a folder. Whether it is there is seen when the service
 * starts.
 */
public final class ProcessFunctions {
  private static final Pattern RUNTIME = Pattern.compile("(?:nodejs|python|provided).*");

  private ProcessFunctions() {}

  /** Picks them; warns of variables that they will lack. */
  public static List<FunctionDefinition> of(
      List<FunctionDefinition> functions, Diagnostics diagnostics) {
    List<FunctionDefinition> processes =
        functions.stream()
            .filter(each -> RUNTIME.matcher(each.runtime()).matches())
            .filter(each -> each.codeUri().isPresent())
            .toList();
    processes.stream()
        .filter(each -> !each.unknownEnvironment().isEmpty())
        .forEach(each -> warnOfEnvironment(each, diagnostics));
    return processes;
  }

  private static void warnOfEnvironment(FunctionDefinition function, Diagnostics diagnostics) {
    diagnostics.report(
        DiagnosticCode.GM2206,
        function.range(),
        "only the cloud knows these environment variables of function \""
            + function.name()
            + "\": "
            + String.join(", ", function.unknownEnvironment()),
        "set gateway.lambda.functions."
            + function.name()
            + ".environment."
            + function.unknownEnvironment().get(0)
            + " for the gateway");
  }
}
