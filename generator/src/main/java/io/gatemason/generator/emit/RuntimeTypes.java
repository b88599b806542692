package io.gatemason.generator.emit;

import com.palantir.javapoet.ClassName;

/**
 * The types of runtime-support that generated code names. The generator cannot load them (they are
 * Java 21), so a test of runtime-support checks that each exists.
 */
public final class RuntimeTypes {
  private static final String ROOT = "io.gatemason.runtime.";

  static final ClassName API_INFO = ClassName.get(ROOT + "exchange", "ApiInfo");
  static final ClassName CONTENT_HANDLING = ClassName.get(ROOT + "payload", "ContentHandling");
  static final ClassName EXCHANGE = ClassName.get(ROOT + "exchange", "Exchange");
  static final ClassName METHOD_ANSWER = ClassName.get(ROOT + "exchange", "MethodAnswer");
  static final ClassName METHOD_HANDLER = ClassName.get(ROOT + "exchange", "MethodHandler");
  static final ClassName METHOD_INFO = ClassName.get(ROOT + "exchange", "MethodInfo");
  static final ClassName ROUTE = ClassName.get(ROOT + "exchange", "Route");
  static final ClassName GATEWAY_ANSWER = ClassName.get(ROOT + "exchange", "GatewayAnswer");
  static final ClassName GATEWAY_FAILURE = ClassName.get(ROOT + "failure", "GatewayFailure");
  static final ClassName BACKENDS = ClassName.get(ROOT + "integration", "Backends");
  static final ClassName HTTP_BACKEND = ClassName.get(ROOT + "integration", "HttpBackend");
  static final ClassName HTTP_ENDPOINT = ClassName.get(ROOT + "transport", "HttpEndpoint");
  static final ClassName AWS_BACKEND = ClassName.get(ROOT + "integration", "AwsBackend");
  static final ClassName AWS_ENDPOINT = ClassName.get(ROOT + "aws", "AwsEndpoint");
  static final ClassName LAMBDA_BACKEND = ClassName.get(ROOT + "integration", "LambdaBackend");
  static final ClassName LAMBDA_FUNCTION = ClassName.get(ROOT + "function", "LambdaFunction");
  static final ClassName FUNCTION_INVOKER = ClassName.get(ROOT + "function", "FunctionInvoker");
  static final ClassName FUNCTION_DEFINITION =
      ClassName.get(ROOT + "function.host", "FunctionDefinition");
  static final ClassName JAVA_FUNCTION = ClassName.get(ROOT + "function.handler", "JavaFunction");
  static final ClassName JAVA_HANDLER = ClassName.get(ROOT + "function.handler", "JavaHandler");
  static final ClassName PROXY_HANDLER = ClassName.get(ROOT + "function.handler", "ProxyHandler");
  static final ClassName JSON_TYPE = ClassName.get(ROOT + "function.handler", "JsonType");
  static final ClassName SELECTION_PATTERN =
      ClassName.get(ROOT + "integration", "SelectionPattern");
  static final ClassName HTTP_URI = ClassName.get(ROOT + "transport", "HttpUri");
  static final ClassName INTEGRATION_REQUEST =
      ClassName.get(ROOT + "integration", "IntegrationRequest");
  static final ClassName INTEGRATION_RESPONSE =
      ClassName.get(ROOT + "integration", "IntegrationResponse");
  static final ClassName MOCK_STATUS = ClassName.get(ROOT + "integration", "MockStatus");
  static final ClassName JSON_PATH = ClassName.get(ROOT + "json", "JsonPath");
  static final ClassName REQUIRED = ClassName.get(ROOT + "schema", "RequiredParameters");
  static final ClassName OVERRIDES = ClassName.get(ROOT + "template", "Overrides");
  static final ClassName TEMPLATE_INPUT = ClassName.get(ROOT + "template", "TemplateInput");
  static final ClassName GATEWAY_API = ClassName.get(ROOT + "server", "GatewayApi");
  static final ClassName GATEWAY_SERVER = ClassName.get(ROOT + "server", "GatewayServer");
  static final ClassName GATEWAY_SETTINGS = ClassName.get(ROOT + "server", "GatewaySettings");

  static final ClassName LAMBDA_CONTEXT =
      ClassName.get("com.amazonaws.services.lambda.runtime", "Context");
  static final ClassName TYPE_REFERENCE =
      ClassName.get("com.fasterxml.jackson.core.type", "TypeReference");
  static final ClassName NULLABLE = ClassName.get("org.jspecify.annotations", "Nullable");

  private RuntimeTypes() {}
}
