package io.gatemason.benchmarks.peer;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.List;
import java.util.Map;

/** A Lambda authorizer that allows every call. */
public final class AllowingAuthorizer
    implements RequestHandler<Map<String, Object>, Map<String, Object>> {
  @Override
  public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
    Map<String, Object> allow =
        Map.of("Effect", "Allow", "Action", "execute-api:Invoke", "Resource", "*");
    return Map.of(
        "principalId",
        "caller",
        "policyDocument",
        Map.of("Version", "2012-10-17", "Statement", List.of(allow)));
  }
}
