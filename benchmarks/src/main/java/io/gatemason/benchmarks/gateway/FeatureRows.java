package io.gatemason.benchmarks.gateway;

import io.gatemason.benchmarks.peer.AllowingAuthorizer;
import io.gatemason.benchmarks.peer.Backend;
import io.gatemason.benchmarks.peer.Collector;
import io.gatemason.benchmarks.peer.UserPool;
import io.gatemason.benchmarks.table.Goal;
import io.gatemason.benchmarks.table.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What the guards and limits of a method cost, and what the cache saves. */
public final class FeatureRows {
  private static final String PATH = OrdersDocuments.paths(1).get(0);
  static final String STAGE_PATH = "/v1" + PATH;

  private static final String RESOURCES =
      """
      Resources:
        Api:
          Type: AWS::ApiGateway::RestApi
          Properties:
            Body:
      DOCUMENT
        Stage:
          Type: AWS::ApiGateway::Stage
          Properties:
            RestApiId: !Ref Api
            StageName: v1
      """;

  private static final String CACHE =
      """
            CacheClusterEnabled: true
            CacheClusterSize: '0.5'
            MethodSettings:
              - {ResourcePath: /*, HttpMethod: '*', CachingEnabled: true, CacheTtlInSeconds: 3600}
      """;

  private static final String LOG =
      """
            AccessLogSetting: {DestinationArn: access, Format: JSON}
      """;

  private static final String TRACED =
      """
            TracingEnabled: true
      """;

  private static final String MANAGEMENT = "-Dgateway.management.port=0";
  private static final String ACCESS_LOG = "-Dgateway.logs.access.sink=file";

  private static final String PLAN =
      """
        Key:
          Type: AWS::ApiGateway::ApiKey
          Properties: {Enabled: true, Value: benchmarkbenchmarkbenchmark}
        Plan:
          Type: AWS::ApiGateway::UsagePlan
          Properties:
            ApiStages: [{ApiId: !Ref Api, Stage: !Ref Stage}]
            Throttle: {RateLimit: 1000000, BurstLimit: 1000000}
            Quota: {Limit: 2000000000, Period: MONTH}
        KeyInPlan:
          Type: AWS::ApiGateway::UsagePlanKey
          Properties: {KeyId: !Ref Key, KeyType: API_KEY, UsagePlanId: !Ref Plan}
      """;

  private FeatureRows() {}

  /** All of them. */
  public static List<Row> all() {
    FeatureService mock = FeatureService.of(OrdersDocuments.mock());
    FeatureService stage = FeatureService.of(template(OrdersDocuments.mock()));
    UserPool pool = UserPool.start();
    FeatureService cached =
        FeatureService.inFrontOf(backend -> template(OrdersDocuments.proxies(1, backend)) + CACHE);
    FeatureService logged = FeatureService.of(template(OrdersDocuments.mock()) + LOG);
    return List.of(
        new FeatureRow(
            "token-authorizer",
            "a mock with a cached TOKEN authorizer against the same without",
            new FeatureService(
                backend -> secured(TOKEN_AUTHORIZER, "token"),
                Map.of("allow", AllowingAuthorizer.class.getName()),
                backend -> List.of()),
            mock,
            () -> PATH + "\tAuthorization: Bearer a-token-of-usual-length-4711",
            Goal.atLeast(0.9)),
        new FeatureRow(
            "user-pool",
            "a mock with a Cognito token that was seen before against the same without",
            new FeatureService(
                backend -> secured(USER_POOL, "pool"),
                Map.of(),
                backend -> List.of("-Dgateway.aws.endpoint-urls.cognito-idp=" + pool.endpoint())),
            mock,
            () -> PATH + "\tAuthorization: Bearer " + pool.token(),
            Goal.atLeast(0.9)),
        new FeatureRow(
            "signature",
            "a mock with a signed request (SigV4) against the same without",
            new FeatureService(
                backend -> secured(IAM, "sigv4"),
                Map.of(),
                backend -> List.of("-Dgateway.iam.identities-file=" + SignedCaller.identities())),
            mock,
            () -> SignedCaller.get(PATH),
            Goal.atLeast(0.6)),
        new FeatureRow(
            "plan",
            "a mock with API key, throttle and quota of a plan against the same without",
            FeatureService.of(template(keyed(OrdersDocuments.mock())) + PLAN),
            stage,
            () -> STAGE_PATH + "\tX-Api-Key: benchmarkbenchmarkbenchmark",
            Goal.atLeast(0.9)),
        new FeatureRow(
            "cache",
            "a cached answer of an `http_proxy` method against the proxied call",
            cached,
            FeatureService.inFrontOf(backend -> template(OrdersDocuments.proxies(1, backend))),
            () -> STAGE_PATH,
            Goal.atLeast(2.3)),
        new FeatureRow(
            "cache-hit",
            "a cached answer of 1 KB against a mock with that body",
            cached,
            FeatureService.of(template(OrdersDocuments.mock(Backend.body()))),
            () -> STAGE_PATH,
            Goal.atLeast(0.9)),
        new FeatureRow(
            "metrics",
            "a mock with metrics against the same without",
            stage.with(MANAGEMENT),
            stage,
            () -> STAGE_PATH,
            Goal.atLeast(0.9)),
        new FeatureRow(
            "access-log",
            "a mock with an access log in JSON against the same without",
            logged.with(ACCESS_LOG, logFile()),
            stage,
            () -> STAGE_PATH,
            Goal.atLeast(0.9)),
        new FeatureRow(
            "metrics-and-access-log",
            "a mock with metrics and an access log against the same without",
            logged.with(MANAGEMENT, ACCESS_LOG, logFile()),
            stage,
            () -> STAGE_PATH,
            Goal.atLeast(0.82)),
        new FeatureRow(
            "tracing",
            "a mock that is traced for 5 % of the requests against the same without",
            new FeatureService(
                backend -> template(OrdersDocuments.mock()) + TRACED,
                Map.of(),
                backend ->
                    List.of(
                        "-Dgateway.otlp.endpoint=http://127.0.0.1:" + backend,
                        "-Dgateway.tracing.rate=5")),
            stage,
            Collector.class,
            () -> STAGE_PATH,
            Goal.atLeast(0.95)));
  }

  /** A method that needs a key of a plan without limits; the keys are in a file. */
  static String keysOfAFile() {
    return template(keyed(OrdersDocuments.mock()))
        + """
            Plan:
              Type: AWS::ApiGateway::UsagePlan
              Properties:
                ApiStages: [{ApiId: !Ref Api, Stage: !Ref Stage}]
          """;
  }

  private static String logFile() {
    try {
      Path file = Files.createTempFile("gatemason-access", ".log");
      file.toFile().deleteOnExit();
      return "-Dgateway.logs.access.path=" + file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final String TOKEN_AUTHORIZER =
      """
          type: apiKey
          name: Authorization
          in: header
          x-amazon-apigateway-authtype: custom
          x-amazon-apigateway-authorizer:
            type: token
            authorizerUri: arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111122223333:function:allow/invocations
            authorizerResultTtlInSeconds: 3600
      """;

  private static final String USER_POOL =
      """
          type: apiKey
          name: Authorization
          in: header
          x-amazon-apigateway-authtype: cognito_user_pools
          x-amazon-apigateway-authorizer:
            type: cognito_user_pools
            providerARNs: ["arn:aws:cognito-idp:us-east-1:111122223333:userpool/%s"]
      """
          .formatted(UserPool.ID);

  private static final String IAM =
      """
          type: apiKey
          name: Authorization
          in: header
          x-amazon-apigateway-authtype: awsSigv4
      """;

  private static String secured(String scheme, String name) {
    return withSecurity(OrdersDocuments.mock(), name)
        + "components:\n  securitySchemes:\n    "
        + name
        + ":\n"
        + scheme.indent(2);
  }

  private static String keyed(String document) {
    return withSecurity(document, "key")
        + "components:\n  securitySchemes:\n"
        + "    key: {type: apiKey, name: x-api-key, in: header}\n";
  }

  private static String withSecurity(String document, String scheme) {
    return document.replaceFirst(
        "\n    get:\n", "\n    get:\n      security: [{" + scheme + ": []}]\n");
  }

  private static String template(String document) {
    return RESOURCES.replace("DOCUMENT\n", document.indent(8));
  }
}
