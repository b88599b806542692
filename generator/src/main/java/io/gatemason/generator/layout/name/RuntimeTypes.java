package io.gatemason.generator.layout.name;

import com.palantir.javapoet.ClassName;

/**
 * The types of runtime-support that generated code names. The generator cannot load them (they are
 * Java 21), so a test of runtime-support checks that each exists.
 */
public final class RuntimeTypes {
  private static final String ROOT = "io.gatemason.runtime.";

  public static final ClassName FUNCTION_ANSWER =
      ClassName.get(ROOT + "websocket", "FunctionAnswer");
  public static final ClassName JSON_MESSAGE = ClassName.get(ROOT + "websocket", "JsonMessage");
  public static final ClassName MESSAGE_ROUTES = ClassName.get(ROOT + "websocket", "MessageRoutes");
  public static final ClassName SELECTION = ClassName.get(ROOT + "websocket", "Selection");
  public static final ClassName WEB_SOCKETS = ClassName.get(ROOT + "websocket", "WebSockets");
  public static final ClassName WEB_ACL = ClassName.get(ROOT + "waf", "WebAcl");
  public static final ClassName WEB_ACL_GUARD = ClassName.get(ROOT + "waf", "WebAclGuard");
  public static final ClassName WEB_ACL_LOG = ClassName.get(ROOT + "waf.log", "WebAclLog");
  public static final ClassName LOG_FILTER = ClassName.get(ROOT + "waf.log", "LogFilter");
  public static final ClassName WAF_RULE = ClassName.get(ROOT + "waf", "Rule");
  public static final ClassName WAF_RULE_GROUP = ClassName.get(ROOT + "waf", "RuleGroup");
  public static final ClassName MANAGED_RULE_GROUP =
      ClassName.get(ROOT + "waf.managed", "ManagedRuleGroup");
  public static final ClassName WAF_ACTION = ClassName.get(ROOT + "waf", "Action");
  public static final ClassName WAF_RESPONSE = ClassName.get(ROOT + "waf", "CustomResponse");
  public static final ClassName INSPECTION = ClassName.get(ROOT + "waf", "Inspection");
  public static final ClassName SEARCH_STRING = ClassName.get(ROOT + "waf", "SearchString");
  public static final ClassName WAF_PATTERNS = ClassName.get(ROOT + "waf", "Patterns");
  public static final ClassName ADDRESS_SET = ClassName.get(ROOT + "waf", "AddressSet");
  public static final ClassName ADDRESSES = ClassName.get(ROOT + "waf", "Addresses");
  public static final ClassName WAF_FALLBACK = ClassName.get(ROOT + "waf", "Fallback");
  public static final ClassName OVERSIZE = ClassName.get(ROOT + "waf", "Oversize");
  public static final ClassName MATCH_SCOPE = ClassName.get(ROOT + "waf", "MatchScope");
  public static final ClassName WAF_SELECTION = ClassName.get(ROOT + "waf", "Selection");
  public static final ClassName PRE_PARSING = ClassName.get(ROOT + "waf", "PreParsing");
  public static final ClassName JSON_INSPECTION = ClassName.get(ROOT + "waf", "JsonInspection");
  public static final ClassName SIZE_COMPARISON = ClassName.get(ROOT + "waf", "Comparison");
  public static final ClassName WAF_RATE_LIMIT = ClassName.get(ROOT + "waf", "RateLimit");
  public static final ClassName TEXT_TRANSFORMATION =
      ClassName.get(ROOT + "waf.text", "TextTransformation");
  public static final ClassName API_KEY = ClassName.get(ROOT + "throttle", "ApiKey");
  public static final ClassName API_KEYS = ClassName.get(ROOT + "throttle", "ApiKeys");
  public static final ClassName QUOTA_PERIOD = ClassName.get(ROOT + "throttle", "QuotaPeriod");
  public static final ClassName THROTTLE = ClassName.get(ROOT + "throttle", "Throttle");
  public static final ClassName USAGE_PLAN = ClassName.get(ROOT + "throttle", "UsagePlan");
  public static final ClassName CACHE_KEY = ClassName.get(ROOT + "cache", "CacheKey");
  public static final ClassName RESPONSE_CACHE = ClassName.get(ROOT + "cache", "ResponseCache");
  public static final ClassName CANARY = ClassName.get(ROOT + "stage", "Canary");
  public static final ClassName ACCESS_LOG = ClassName.get(ROOT + "observe", "AccessLog");
  public static final ClassName ACCESS_LINE = ClassName.get(ROOT + "observe", "AccessLine");
  public static final ClassName LOG_LEVEL = ClassName.get(ROOT + "stage", "LogLevel");
  public static final ClassName METHOD_SETTINGS = ClassName.get(ROOT + "stage", "MethodSettings");
  public static final ClassName STAGE_SETTINGS = ClassName.get(ROOT + "stage", "StageSettings");
  public static final ClassName API_ENDPOINT = ClassName.get(ROOT + "stage", "ApiEndpoint");
  public static final ClassName CUSTOM_DOMAIN = ClassName.get(ROOT + "domain", "CustomDomain");
  public static final ClassName ROUTING_RULE = ClassName.get(ROOT + "domain", "RoutingRule");
  public static final ClassName HEADER_MATCH = ClassName.get(ROOT + "domain", "HeaderMatch");
  public static final ClassName API_INFO = ClassName.get(ROOT + "exchange", "ApiInfo");
  public static final ClassName CONTENT_HANDLING =
      ClassName.get(ROOT + "payload", "ContentHandling");
  public static final ClassName CONTEXT_VARIABLE =
      ClassName.get(ROOT + "exchange", "ContextVariable");
  public static final ClassName EXCHANGE = ClassName.get(ROOT + "exchange", "Exchange");
  public static final ClassName METHOD_ANSWER = ClassName.get(ROOT + "exchange", "MethodAnswer");
  public static final ClassName METHOD_HANDLER = ClassName.get(ROOT + "exchange", "MethodHandler");
  public static final ClassName METHOD_INFO = ClassName.get(ROOT + "exchange", "MethodInfo");
  public static final ClassName ROUTE = ClassName.get(ROOT + "exchange", "Route");
  public static final ClassName GATEWAY_ANSWER = ClassName.get(ROOT + "exchange", "GatewayAnswer");
  public static final ClassName GATEWAY_FAILURE = ClassName.get(ROOT + "failure", "GatewayFailure");
  public static final ClassName SERVICES = ClassName.get(ROOT + "service", "Services");
  public static final ClassName STAGE = ClassName.get(ROOT + "service", "Stage");
  public static final ClassName HTTP_BACKEND = ClassName.get(ROOT + "integration", "HttpBackend");
  public static final ClassName HTTP_ENDPOINT = ClassName.get(ROOT + "transport", "HttpEndpoint");
  public static final ClassName AWS_BACKEND = ClassName.get(ROOT + "integration", "AwsBackend");
  public static final ClassName AWS_ENDPOINT = ClassName.get(ROOT + "aws", "AwsEndpoint");
  public static final ClassName LAMBDA_BACKEND =
      ClassName.get(ROOT + "integration", "LambdaBackend");
  public static final ClassName LAMBDA_FUNCTION =
      ClassName.get(ROOT + "function", "LambdaFunction");
  public static final ClassName FUNCTION_INVOKER =
      ClassName.get(ROOT + "function", "FunctionInvoker");
  public static final ClassName FUNCTION_DEFINITION =
      ClassName.get(ROOT + "function.host", "FunctionDefinition");
  public static final ClassName JAVA_FUNCTION =
      ClassName.get(ROOT + "function.handler", "JavaFunction");
  public static final ClassName JAVA_HANDLER =
      ClassName.get(ROOT + "function.handler", "JavaHandler");
  public static final ClassName PROXY_HANDLER =
      ClassName.get(ROOT + "function.handler", "ProxyHandler");
  public static final ClassName ROUTE_HANDLER =
      ClassName.get(ROOT + "function.handler", "RouteHandler");
  public static final ClassName JSON_TYPE = ClassName.get(ROOT + "function.handler", "JsonType");
  public static final ClassName SELECTION_PATTERN =
      ClassName.get(ROOT + "integration", "SelectionPattern");
  public static final ClassName HTTP_URI = ClassName.get(ROOT + "transport", "HttpUri");
  public static final ClassName HTTP_REQUEST = ClassName.get(ROOT + "integration", "HttpRequest");
  public static final ClassName AWS_REQUEST = ClassName.get(ROOT + "integration", "AwsRequest");
  public static final ClassName INTEGRATION_RESPONSE =
      ClassName.get(ROOT + "integration", "IntegrationResponse");
  public static final ClassName MOCK_STATUS = ClassName.get(ROOT + "integration", "MockStatus");
  public static final ClassName JSON_PATH = ClassName.get(ROOT + "json", "JsonPath");
  public static final ClassName REQUIRED = ClassName.get(ROOT + "schema", "RequiredParameters");
  public static final ClassName OVERRIDES = ClassName.get(ROOT + "template", "Overrides");
  public static final ClassName TEMPLATE_INPUT = ClassName.get(ROOT + "template", "TemplateInput");
  public static final ClassName REQUEST_CHANGES =
      ClassName.get(ROOT + "integration", "RequestChanges");
  public static final ClassName CORS = ClassName.get(ROOT + "stage", "Cors");
  public static final ClassName EVENT_CHANGES =
      ClassName.get(ROOT + "function.event", "EventChanges");
  public static final ClassName PAYLOAD_FORMAT =
      ClassName.get(ROOT + "function.event", "PayloadFormat");
  public static final ClassName HTTP_API_FAILURES =
      ClassName.get(ROOT + "httpapi", "HttpApiFailures");
  public static final ClassName MAPPED_TEXT = ClassName.get(ROOT + "httpapi", "MappedText");
  public static final ClassName PREFLIGHT = ClassName.get(ROOT + "httpapi", "Preflight");
  public static final ClassName ROUTE_REPLY = ClassName.get(ROOT + "httpapi", "RouteReply");
  public static final ClassName SERVICE_ACTION = ClassName.get(ROOT + "httpapi", "ServiceAction");
  public static final ClassName SERVICE_CALL = ClassName.get(ROOT + "httpapi", "ServiceCall");
  public static final ClassName GATEWAY_API = ClassName.get(ROOT + "server", "GatewayApi");
  public static final ClassName GATEWAY_SERVER = ClassName.get(ROOT + "server", "GatewayServer");
  public static final ClassName STARTUP = ClassName.get(ROOT + "server", "Startup");
  public static final ClassName GATEWAY_SETTINGS =
      ClassName.get(ROOT + "server", "GatewaySettings");

  public static final ClassName JWT_AUTHORIZER = ClassName.get(ROOT + "auth", "JwtAuthorizer");
  public static final ClassName ROUTE_AUTHORIZER = ClassName.get(ROOT + "auth", "RouteAuthorizer");
  public static final ClassName LAMBDA_AUTHORIZER =
      ClassName.get(ROOT + "auth", "LambdaAuthorizer");
  public static final ClassName USER_POOL_AUTHORIZER =
      ClassName.get(ROOT + "auth", "UserPoolAuthorizer");
  public static final ClassName FIXED_PRINCIPAL = ClassName.get(ROOT + "auth", "FixedPrincipal");
  public static final ClassName IAM_AUTHORIZER = ClassName.get(ROOT + "auth", "IamAuthorizer");
  public static final ClassName POLICY_AUTHORIZATION =
      ClassName.get(ROOT + "auth", "PolicyAuthorization");
  public static final ClassName ACCESS_POLICY = ClassName.get(ROOT + "policy", "AccessPolicy");
  public static final ClassName ACCESS_REQUEST = ClassName.get(ROOT + "policy", "AccessRequest");
  public static final ClassName CONDITION = ClassName.get(ROOT + "policy", "Condition");
  public static final ClassName RESOURCE_PATTERN =
      ClassName.get(ROOT + "policy", "ResourcePattern");
  public static final ClassName VERDICT = ClassName.get(ROOT + "policy", "Verdict");

  public static final ClassName LAMBDA_CONTEXT =
      ClassName.get("com.amazonaws.services.lambda.runtime", "Context");
  public static final ClassName TYPE_REFERENCE =
      ClassName.get("com.fasterxml.jackson.core.type", "TypeReference");
  public static final ClassName NULLABLE = ClassName.get("org.jspecify.annotations", "Nullable");

  private RuntimeTypes() {}
}
