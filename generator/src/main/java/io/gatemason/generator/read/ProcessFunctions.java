package io.gatemason.generator.read;

import io.gatemason.generator.diagnostics.ApiCodes;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.ResourceCodes;
import io.gatemason.generator.model.FunctionDefinition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Decides which functions run in processes beside the gateway: those that templates declare and
 * that do not run inside it. Whether they can is seen when the service starts; that they cannot is
 * said before, where it is known.
 */
public final class ProcessFunctions {
  private static final Pattern RUNTIME = Pattern.compile("(?:nodejs|python|provided).*");
  private static final String OTHERWISE =
      "; its invocations fail unless settings of the gateway say where it runs";

  private ProcessFunctions() {}

  /**
   * Picks them; warns of code that is not there and of variables that they will lack.
   *
   * @param functions those that are in use
   * @param inside the names of those that run inside the gateway
   * @param source the source of the run: a folder, or a document in one
   */
  public static List<FunctionDefinition> of(
      List<FunctionDefinition> functions,
      Set<String> inside,
      Path source,
      Diagnostics diagnostics) {
    List<FunctionDefinition> processes =
        functions.stream().filter(each -> !inside.contains(each.name())).toList();
    processes.stream()
        .filter(each -> !each.isJava())
        .forEach(each -> warn(each, DocumentLoader.folder(source), diagnostics));
    return processes;
  }

  private static void warn(FunctionDefinition function, Path folder, Diagnostics diagnostics) {
    warnOfCode(function, folder, diagnostics);
    if (!function.unknownEnvironment().isEmpty()) {
      warnOfEnvironment(function, diagnostics);
    }
  }

  private static void warnOfCode(
      FunctionDefinition function, Path folder, Diagnostics diagnostics) {
    String start = "function \"" + function.name() + "\" ";
    String code = function.codeUri().orElse("");
    Path file = folder.resolve(function.range().file().name());
    if (function.runtime().isEmpty()) {
      diagnostics.report(
          ApiCodes.GM3705,
          function.range(),
          start + "names no runtime" + OTHERWISE,
          "set gateway.lambda.functions." + function.name() + ".command, or gateway.lambda.remote");
    } else if (!RUNTIME.matcher(function.runtime()).matches()) {
      diagnostics.report(
          ApiCodes.GM3705,
          function.range(),
          start
              + "has the runtime \""
              + function.runtime()
              + "\", which is not run here"
              + OTHERWISE,
          "set gateway.lambda.functions." + function.name() + ".command, or gateway.lambda.remote");
    } else if (function.inlineCode().isPresent()) {
      warnOfInlineCode(function, start, diagnostics);
    } else if (code.isEmpty()) {
      diagnostics.report(
          ApiCodes.GM3705,
          function.range(),
          start + "names no folder with its code" + OTHERWISE,
          "name the folder in CodeUri, or set gateway.lambda.remote");
    } else if (!Files.isDirectory(file.resolveSibling(code))) {
      diagnostics.report(
          ApiCodes.GM3705,
          function.range(),
          start + "has no code: there is no folder \"" + code + "\"" + OTHERWISE,
          "correct CodeUri, or set gateway.lambda.remote");
    }
  }

  private static void warnOfInlineCode(
      FunctionDefinition function, String start, Diagnostics diagnostics) {
    if (!function.takesInlineCode()) {
      diagnostics.report(
          ApiCodes.GM3705,
          function.range(),
          start
              + "has its code in the template, which the runtime \""
              + function.runtime()
              + "\" does not take"
              + OTHERWISE,
          "name the folder of its code");
    }
  }

  private static void warnOfEnvironment(FunctionDefinition function, Diagnostics diagnostics) {
    diagnostics.report(
        ResourceCodes.GM2206,
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
