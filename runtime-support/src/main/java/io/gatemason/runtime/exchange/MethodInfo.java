package io.gatemason.runtime.exchange;

import java.util.ArrayList;
import java.util.List;

/** What is fixed about a method: its verb and its resource path. Immutable. */
public final class MethodInfo {
  private static final String MESSAGE = "MESSAGE";

  private final String httpMethod;
  private final String resourcePath;
  private final List<Variable> variables;
  private final List<String> variableNames;
  private final String operationName;
  private final boolean twoWay;

  private MethodInfo(
      String httpMethod,
      String resourcePath,
      List<Variable> variables,
      String operationName,
      boolean twoWay) {
    this.httpMethod = httpMethod;
    this.resourcePath = resourcePath;
    this.variables = variables;
    this.variableNames = variables.stream().map(Variable::name).toList();
    this.operationName = operationName;
    this.twoWay = twoWay;
  }

  /**
   * The method {@code httpMethod} ("ANY" for any verb) of the resource {@code resourcePath}, in
   * which a variable is {@code {name}} or, greedy, {@code {name+}}.
   */
  public static MethodInfo of(String httpMethod, String resourcePath) {
    List<Variable> variables = new ArrayList<>();
    int index = 0;
    for (String segment : resourcePath.split("/", -1)) {
      if (segment.isEmpty()) {
        continue;
      }
      if (segment.startsWith("{") && segment.endsWith("}")) {
        boolean greedy = segment.endsWith("+}");
        String name = segment.substring(1, segment.length() - (greedy ? 2 : 1));
        variables.add(new Variable(name, index, greedy));
      }
      index++;
    }
    return new MethodInfo(httpMethod, resourcePath, List.copyOf(variables), "", false);
  }

  /**
   * A route of a WebSocket API, whose messages get no answer (docs/behaviour/websocket.md#ways).
   */
  public static MethodInfo ofMessages(String routeKey) {
    return new MethodInfo(MESSAGE, routeKey, List.of(), "", false);
  }

  /** The same route, whose messages are answered with what the integration gives. */
  public MethodInfo twoWay() {
    return new MethodInfo(httpMethod, resourcePath, variables, operationName, true);
  }

  /** The same with its name, the {@code operationId} of the document, which functions are told. */
  public MethodInfo withOperationName(String name) {
    return new MethodInfo(httpMethod, resourcePath, variables, name, twoWay);
  }

  /** The declared verb, "ANY" for a method that takes all. */
  public String httpMethod() {
    return httpMethod;
  }

  /** The resource path with its variables in braces, such as {@code /pets/{petId}}. */
  public String resourcePath() {
    return resourcePath;
  }

  /** The method's name, "" if it has none. */
  public String operationName() {
    return operationName;
  }

  /** Whether it is a route of a WebSocket API; its resource path is the route key. */
  public boolean takesMessages() {
    return httpMethod.equals(MESSAGE);
  }

  /** Whether messages of the route are answered. */
  public boolean answersMessages() {
    return twoWay;
  }

  /** The names of the path variables, in the order of the path. */
  List<String> pathParameterNames() {
    return variableNames;
  }

  /** Value list of a path variable in a request that this method answers. */
  List<String> pathParameter(String name, Route route) {
    for (Variable variable : variables) {
      if (variable.name.equals(name) && route.has(variable.segment)) {
        return List.of(
            variable.greedy ? route.rest(variable.segment) : route.segment(variable.segment));
      }
    }
    return List.of();
  }

  private record Variable(String name, int segment, boolean greedy) {}
}
