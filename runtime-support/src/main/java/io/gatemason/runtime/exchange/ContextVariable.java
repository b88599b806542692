package io.gatemason.runtime.exchange;

import java.util.List;

/**
 * The documented variables of {@code $context} that have fixed names; those of an authorizer are
 * entries of {@link ContextSlots#authorizer()}. The first ones, down to {@link #IDENTITY_VPCE_ID},
 * are those that mapping templates can read, in the order of a recorded dump. Source: {@code
 * docs/behaviour/context.md#variables}.
 */
public enum ContextVariable {
  RESOURCE_ID("resourceId"),
  RESOURCE_PATH("resourcePath"),
  HTTP_METHOD("httpMethod"),
  EXTENDED_REQUEST_ID("extendedRequestId"),
  REQUEST_TIME("requestTime"),
  PATH("path"),
  ACCOUNT_ID("accountId"),
  PROTOCOL("protocol"),
  STAGE("stage"),
  DOMAIN_PREFIX("domainPrefix"),
  REQUEST_TIME_EPOCH("requestTimeEpoch"),
  REQUEST_ID("requestId"),
  DOMAIN_NAME("domainName"),
  DEPLOYMENT_ID("deploymentId"),
  API_ID("apiId"),
  AWS_ENDPOINT_REQUEST_ID("awsEndpointRequestId"),
  IS_CANARY_REQUEST("isCanaryRequest"),
  WAF_RESPONSE_CODE("wafResponseCode"),
  WEBACL_ARN("webaclArn"),
  IDENTITY_ACCESS_KEY("identity.accessKey"),
  IDENTITY_ACCOUNT_ID("identity.accountId"),
  IDENTITY_CALLER("identity.caller"),
  IDENTITY_COGNITO_AUTHENTICATION_PROVIDER("identity.cognitoAuthenticationProvider"),
  IDENTITY_COGNITO_AUTHENTICATION_TYPE("identity.cognitoAuthenticationType"),
  IDENTITY_COGNITO_IDENTITY_ID("identity.cognitoIdentityId"),
  IDENTITY_COGNITO_IDENTITY_POOL_ID("identity.cognitoIdentityPoolId"),
  IDENTITY_PRINCIPAL_ORG_ID("identity.principalOrgId"),
  IDENTITY_SOURCE_IP("identity.sourceIp"),
  IDENTITY_USER("identity.user"),
  IDENTITY_USER_AGENT("identity.userAgent"),
  IDENTITY_USER_ARN("identity.userArn"),
  IDENTITY_API_KEY("identity.apiKey"),
  IDENTITY_API_KEY_ID("identity.apiKeyId"),
  IDENTITY_CLIENT_CERT_CLIENT_CERT_PEM("identity.clientCert.clientCertPem"),
  IDENTITY_CLIENT_CERT_ISSUER_DN("identity.clientCert.issuerDN"),
  IDENTITY_CLIENT_CERT_SERIAL_NUMBER("identity.clientCert.serialNumber"),
  IDENTITY_CLIENT_CERT_SUBJECT_DN("identity.clientCert.subjectDN"),
  IDENTITY_CLIENT_CERT_VALIDITY_NOT_AFTER("identity.clientCert.validity.notAfter"),
  IDENTITY_CLIENT_CERT_VALIDITY_NOT_BEFORE("identity.clientCert.validity.notBefore"),
  IDENTITY_VPC_ID("identity.vpcId"),
  IDENTITY_VPCE_ID("identity.vpceId"),

  // Of an answer that the gateway makes, and of every answer.
  ERROR_MESSAGE("error.message"),
  ERROR_MESSAGE_STRING("error.messageString"),
  ERROR_RESPONSE_TYPE("error.responseType"),
  ERROR_VALIDATION_ERROR_STRING("error.validationErrorString"),
  STATUS("status"),

  // Of routes, connections and messages.
  ROUTE_KEY("routeKey"),
  CONNECTION_ID("connectionId"),
  CONNECTED_AT("connectedAt"),
  EVENT_TYPE("eventType"),
  MESSAGE_ID("messageId"),
  DISCONNECT_STATUS_CODE("disconnectStatusCode"),
  DISCONNECT_REASON("disconnectReason"),

  // For access logs only.
  AUTHENTICATE_ERROR("authenticate.error"),
  AUTHENTICATE_LATENCY("authenticate.latency"),
  AUTHENTICATE_STATUS("authenticate.status"),
  AUTHORIZE_ERROR("authorize.error"),
  AUTHORIZE_LATENCY("authorize.latency"),
  AUTHORIZE_STATUS("authorize.status"),
  AUTHORIZER_ERROR("authorizer.error"),
  AUTHORIZER_INTEGRATION_LATENCY("authorizer.integrationLatency"),
  AUTHORIZER_INTEGRATION_STATUS("authorizer.integrationStatus"),
  AUTHORIZER_LATENCY("authorizer.latency"),
  AUTHORIZER_REQUEST_ID("authorizer.requestId"),
  AUTHORIZER_STATUS("authorizer.status"),
  AWS_ENDPOINT_REQUEST_ID2("awsEndpointRequestId2"),
  CIPHER_SUITE("cipherSuite"),
  CUSTOM_DOMAIN_BASE_PATH_MATCHED("customDomain.basePathMatched"),
  CUSTOM_DOMAIN_ROUTING_RULE_ID_MATCHED("customDomain.routingRuleIdMatched"),
  DATA_PROCESSED("dataProcessed"),
  ENDPOINT_TYPE("endpointType"),
  INTEGRATION_ERROR("integration.error", "integrationErrorMessage"),
  INTEGRATION_INTEGRATION_STATUS("integration.integrationStatus", "integrationStatus"),
  INTEGRATION_LATENCY("integration.latency", "integrationLatency"),
  INTEGRATION_REQUEST_ID("integration.requestId"),
  INTEGRATION_RESPONSE_TRANSFER_MODE("integration.responseTransferMode"),
  INTEGRATION_STATUS("integration.status"),
  INTEGRATION_TIME_TO_ALL_HEADERS("integration.timeToAllHeaders"),
  INTEGRATION_TIME_TO_FIRST_CONTENT("integration.timeToFirstContent"),
  RESPONSE_LATENCY("responseLatency"),
  RESPONSE_LENGTH("responseLength"),
  TLS_VERSION("tlsVersion"),
  WAF_ERROR("waf.error"),
  WAF_LATENCY("waf.latency"),
  WAF_STATUS("waf.status"),
  XRAY_TRACE_ID("xrayTraceId");

  private final String name;
  private final String alias;

  @SuppressWarnings("ImmutableEnumChecker") // List.of gives one that cannot be changed.
  private final List<String> path;

  ContextVariable(String name) {
    this(name, "");
  }

  ContextVariable(String name, String alias) {
    this.name = name;
    this.alias = alias;
    this.path = List.of(name.split("\\.", -1));
  }

  /** The names after {@code $context.}, such as {@code identity.sourceIp}; few have two. */
  public List<String> names() {
    return alias.isEmpty() ? List.of(name) : List.of(name, alias);
  }

  /** The parts of the first name. */
  public List<String> path() {
    return path;
  }
}
