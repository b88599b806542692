package io.gatemason.runtime.function.event;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.Authorizer;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.Authorizer.JWT;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.IAM;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an authorizer says in version 2.0 of the event, as an object of its own that the function
 * may change.
 */
final class AuthorizerClasses {
  private AuthorizerClasses() {}

  static Authorizer of(EventAuthorizer said) {
    Authorizer authorizer = new Authorizer();
    Map<String, @Nullable Object> content = said.content();
    if (content != null) {
      switch (said.kind()) {
        case "jwt" -> authorizer.setJwt(jwt(content));
        case "iam" -> authorizer.setIam(iam(content));
        default -> authorizer.setLambda(EventValues.map(content));
      }
    }
    return authorizer;
  }

  private static JWT jwt(Map<String, @Nullable Object> content) {
    JWT jwt = new JWT();
    if (content.get("claims") instanceof Map<?, ?> claims) {
      Map<String, String> texts = new LinkedHashMap<>();
      claims.forEach((name, value) -> texts.put((String) name, (String) value));
      jwt.setClaims(texts);
    }
    if (content.get("scopes") instanceof List<?> scopes) {
      List<String> texts = new ArrayList<>(scopes.size());
      scopes.forEach(scope -> texts.add((String) scope));
      jwt.setScopes(texts);
    }
    return jwt;
  }

  /** Identities of Cognito call no API of this gateway. */
  private static IAM iam(Map<String, @Nullable Object> content) {
    IAM iam = new IAM();
    iam.setAccessKey((String) content.get("accessKey"));
    iam.setAccountId((String) content.get("accountId"));
    iam.setCallerId((String) content.get("callerId"));
    iam.setPrincipalOrgId((String) content.get("principalOrgId"));
    iam.setUserArn((String) content.get("userArn"));
    iam.setUserId((String) content.get("userId"));
    return iam;
  }
}
