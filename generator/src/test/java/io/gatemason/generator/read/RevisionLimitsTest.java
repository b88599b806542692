package io.gatemason.generator.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatemason.generator.GenerationRequest;
import io.gatemason.generator.Generator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings of a stage and throttles of plans mean the documents that serve the stage. */
class RevisionLimitsTest {
  private static final Set<String> NOT_OF_LIMITS = Set.of("GM2007", "GM3523");

  private static final String DOCUMENT =
      """
      openapi: 3.0.1
      info: {title: Pets, version: "1"}
      paths:
        /%s/{id}:
          get:
            parameters: [{name: id, in: path, required: true, schema: {type: string}}, {name: Authorization, in: header, schema: {type: string}}]
            x-amazon-apigateway-auth: {type: AWS_IAM}
            responses: {"200": {description: ok}}
            x-amazon-apigateway-integration: {type: mock, cacheKeyParameters: [%s]}
      """;

  private static final String TEMPLATE =
      """
      Resources:
        Api:
          Type: AWS::ApiGateway::RestApi
          Properties: {Name: pets, BodyS3Location: ./pets.yaml}
        Now:
          Type: AWS::ApiGateway::Deployment
          Properties: {RestApiId: !Ref Api}
        Then:
          Type: AWS::ApiGateway::Deployment
          Metadata: {GitRevision: v1.4.0}
          Properties: {RestApiId: !Ref Api}
        Prod:
          Type: AWS::ApiGateway::Stage
          Properties:
            RestApiId: !Ref Api
            StageName: prod
            DeploymentId: !Ref %s
            CacheClusterEnabled: %s
            CanarySetting: {DeploymentId: !Ref %s, PercentTraffic: 10, UseStageCache: %s}
            MethodSettings:
              - {ResourcePath: "/cats/{id}", HttpMethod: GET, CachingEnabled: true}
        Plan:
          Type: AWS::ApiGateway::UsagePlan
          Properties:
            ApiStages:
              - ApiId: !Ref Api
                Stage: prod
                Throttle: {"/cats/{id}/GET": {RateLimit: 1}}
      """;

  @TempDir Path folder;
  @TempDir Path output;

  private Git git;

  @BeforeEach
  void repository() throws Exception {
    git = Git.init().setDirectory(folder.toFile()).call();
  }

  @Test
  void cacheKeysOfARevisionAreJudged() throws Exception {
    versions("cats", "method.request.querystring.page", "dogs");
    assertEquals(
        List.of(
            "GM3514 pets.yaml@v1.4.0:5", "GM3515 pets.yaml@v1.4.0:5", "GM3513 pets.yaml@v1.4.0:9"),
        found("Then", true, "Then", false));
  }

  @Test
  void answersThatAreKeptOfARevisionAreWarnedOf() throws Exception {
    versions("cats", "", "dogs");
    List<String> warnings = List.of("GM3514 pets.yaml@v1.4.0:5", "GM3515 pets.yaml@v1.4.0:5");
    assertEquals(warnings, found("Then", true, "Now", false));
    assertEquals(warnings, found("Now", true, "Then", true));
    assertEquals(List.of(), found("Now", true, "Then", false));
    assertEquals(List.of("GM3511 template.yaml:21"), found("Then", false, "Now", false));
  }

  @Test
  void aMethodOfTheRevisionMayBeThrottledAndSet() throws Exception {
    versions("cats", "method.request.path.id, method.request.header.Authorization", "dogs");
    assertEquals(List.of(), found("Then", true, "Then", false));
    assertEquals(List.of(), found("Now", true, "Then", true));
  }

  @Test
  void whatDoesNotServeTheStageCountsForNothing() throws Exception {
    List<String> unknown = List.of("GM3509 template.yaml:21", "GM3502 template.yaml:28");
    versions("cats", "", "dogs");
    assertEquals(unknown, found("Now", true, "Now", false));
    versions("dogs", "", "cats");
    assertEquals(unknown, found("Then", true, "Then", false));
    assertEquals(
        List.of("GM3514 pets.yaml:5", "GM3515 pets.yaml:5"), found("Now", true, "Then", false));
  }

  /** Kinds of pets then and now, and the cache keys of then. */
  private void versions(String then, String cacheKeys, String now) throws Exception {
    PersonIdent somebody = new PersonIdent("somebody", "somebody@example.com");
    write("pets.yaml", DOCUMENT.formatted(then, cacheKeys));
    git.add().addFilepattern("pets.yaml").call();
    git.commit().setMessage(then).setAuthor(somebody).setCommitter(somebody).setSign(false).call();
    git.tag()
        .setName("v1.4.0")
        .setTagger(somebody)
        .setSigned(false)
        .setForceUpdate(true)
        .setMessage(then)
        .call();
    write("pets.yaml", DOCUMENT.formatted(now, ""));
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  /** What is said of limits, as {@code code file:line}. */
  private List<String> found(String stage, boolean cached, String canary, boolean sharesCache)
      throws IOException {
    write("template.yaml", TEMPLATE.formatted(stage, cached, canary, sharesCache));
    return Generator.check(GenerationRequest.of(folder, output, "com.acme")).diagnostics().stream()
        .filter(each -> !NOT_OF_LIMITS.contains(each.code().name()))
        .map(
            each ->
                "%s %s:%d"
                    .formatted(
                        each.code().name(),
                        each.range().file().name(),
                        each.range().start().line()))
        .toList();
  }
}
