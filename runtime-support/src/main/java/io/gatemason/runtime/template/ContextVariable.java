package io.gatemason.runtime.template;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The variables of {@code $context} that templates can read, in the order of a recorded dump. */
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
  IDENTITY_VPCE_ID("identity.vpceId");

  private static final Set<ContextVariable> SOMETIMES =
      EnumSet.range(AWS_ENDPOINT_REQUEST_ID, WEBACL_ARN);

  static {
    SOMETIMES.addAll(EnumSet.range(IDENTITY_API_KEY, IDENTITY_VPCE_ID));
  }

  private final String name;

  ContextVariable(String name) {
    this.name = name;
  }

  /** The parts of the name after {@code $context}. */
  public List<String> path() {
    return List.of(name.split("\\.", -1));
  }

  /** Whether an enumeration of the context has this variable also when it has no value. */
  boolean alwaysListed() {
    return !SOMETIMES.contains(this);
  }
}
