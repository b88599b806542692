package io.gatemason.runtime.function.host;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a resource template says of a function; runtime settings come before it. Immutable.
 *
 * @param name its bare name
 * @param runtime the identifier of its Lambda runtime, such as {@code nodejs22.x}; "" if unknown
 * @param handler what the runtime calls, "" if it knows by itself
 * @param directory the folder of its code, relative to that of the documents; "" if the template
 *     names none
 * @param timeoutSeconds how long an invocation may take
 * @param memoryMegabytes the memory that the function is told it has
 * @param environment its variables
 * @param inlineCode its code where the template itself has it, else ""
 */
public record FunctionDefinition(
    String name,
    String runtime,
    String handler,
    String directory,
    int timeoutSeconds,
    int memoryMegabytes,
    Map<String, String> environment,
    String inlineCode) {
  private static final int DEFAULT_TIMEOUT_SECONDS = 3;
  private static final int DEFAULT_MEMORY_MEGABYTES = 128;

  /** Copies the variables. */
  public FunctionDefinition {
    environment = Collections.unmodifiableMap(new TreeMap<>(environment));
  }

  /** A function of which only the name is known, with Lambda's defaults for the rest. */
  static FunctionDefinition unknown(String name) {
    return of(name, "", "", "");
  }

  /** A function with Lambda's defaults: 3 seconds, 128 megabytes, no variables. */
  public static FunctionDefinition of(
      String name, String runtime, String handler, String directory) {
    return new FunctionDefinition(
        name,
        runtime,
        handler,
        directory,
        DEFAULT_TIMEOUT_SECONDS,
        DEFAULT_MEMORY_MEGABYTES,
        Map.of(),
        "");
  }

  /** Whether a resource template names a runtime and no folder of code. */
  boolean lacksCode() {
    return directory.isEmpty() && !runtime.isEmpty() && inlineCode.isEmpty();
  }

  /** The same with its code below {@code folder}, relative to the working directory. */
  FunctionDefinition below(String folder) {
    return new FunctionDefinition(
        name,
        runtime,
        handler,
        lacksCode() ? "" : Path.of(folder).resolve(directory).toString(),
        timeoutSeconds,
        memoryMegabytes,
        environment,
        inlineCode);
  }

  /** The same with another limit in seconds on the time that an invocation may take. */
  public FunctionDefinition withTimeoutSeconds(int seconds) {
    return new FunctionDefinition(
        name, runtime, handler, directory, seconds, memoryMegabytes, environment, inlineCode);
  }

  /** The same with another amount of memory that the function is told it has. */
  public FunctionDefinition withMemoryMegabytes(int megabytes) {
    return new FunctionDefinition(
        name, runtime, handler, directory, timeoutSeconds, megabytes, environment, inlineCode);
  }

  /** The same with a variable added or replaced. */
  public FunctionDefinition withEnvironment(String variable, String value) {
    Map<String, String> variables = new TreeMap<>(environment);
    variables.put(variable, value);
    return new FunctionDefinition(
        name, runtime, handler, directory, timeoutSeconds, memoryMegabytes, variables, inlineCode);
  }

  /** The same with code that the template itself has. */
  public FunctionDefinition withInlineCode(String code) {
    return new FunctionDefinition(
        name, runtime, handler, directory, timeoutSeconds, memoryMegabytes, environment, code);
  }
}
