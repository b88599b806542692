package io.gatemason.runtime.function.host;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The environment variables of a function's processes. Immutable.
 *
 * <p>In rising order of precedence: of the gateway's own variables those that programs need to find
 * each other and those of AWS (AWS_*), among them credentials if the gateway has them there; then
 * those that Lambda sets; then the function's own. Nothing else of the gateway's environment is
 * handed on: it may hold secrets that are no business of a function.
 */
final class ChildEnvironment {
  private static final Set<String> INHERITED =
      Set.of(
          "PATH",
          "HOME",
          "USER",
          "LOGNAME",
          "TMPDIR",
          "TMP",
          "TEMP",
          "LD_LIBRARY_PATH",
          "HTTP_PROXY",
          "HTTPS_PROXY",
          "NO_PROXY",
          "SSL_CERT_FILE",
          "SSL_CERT_DIR",
          "NODE_EXTRA_CA_CERTS",
          "SYSTEMROOT",
          "COMSPEC",
          "PATHEXT",
          "USERPROFILE",
          "APPDATA",
          "LOCALAPPDATA");

  private ChildEnvironment() {}

  /**
   * The gateway's environment with the place where connections of WebSocket APIs are called
   * (docs/behaviour/websocket.md#callbacks).
   *
   * @param url the place, "" where the environment says it, or nobody
   */
  static Map<String, String> withCallbacks(Map<String, String> own, String url) {
    if (url.isEmpty()) {
      return own;
    }
    Map<String, String> variables = new TreeMap<>(own);
    variables.put("AWS_ENDPOINT_URL_APIGATEWAYMANAGEMENTAPI", url);
    return variables;
  }

  /**
   * The variables for one process.
   *
   * @param own the gateway's environment
   * @param region region of the service
   * @param runtimeApi where the process finds its Runtime API
   */
  static Map<String, String> of(
      FunctionSettings function, Map<String, String> own, String region, String runtimeApi) {
    Map<String, String> variables = new TreeMap<>();
    own.forEach(
        (name, value) -> {
          String upper = name.toUpperCase(Locale.ROOT);
          if (INHERITED.contains(upper) || upper.startsWith("AWS_")) {
            variables.put(name, value);
          }
        });
    variables.put("LANG", "en_US.UTF-8");
    variables.put("TZ", ":UTC");
    variables.put("LAMBDA_TASK_ROOT", function.directory().toString());
    variables.put("_HANDLER", function.handler());
    variables.put("AWS_REGION", region);
    variables.put("AWS_DEFAULT_REGION", region);
    if (!function.runtime().isEmpty()) {
      variables.put("AWS_EXECUTION_ENV", "AWS_Lambda_" + function.runtime());
    }
    variables.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
    variables.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
    variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", String.valueOf(function.memoryMegabytes()));
    variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
    variables.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + function.name());
    variables.put("AWS_LAMBDA_LOG_STREAM_NAME", "[$LATEST]" + runtimeApi.replace(':', '-'));
    variables.putAll(function.environment());
    variables.put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
    return variables;
  }
}
