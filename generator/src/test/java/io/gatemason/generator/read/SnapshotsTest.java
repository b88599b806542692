package io.gatemason.generator.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.gatemason.generator.DiagnosticCases;
import io.gatemason.generator.GenerationRequest;
import io.gatemason.generator.GenerationResult;
import io.gatemason.generator.Generator;
import io.gatemason.generator.diagnostics.Diagnostic;
import io.gatemason.generator.diagnostics.DiagnosticCode;
import io.gatemason.generator.diagnostics.Severity;
import io.gatemason.generator.diagnostics.SourceCodes;
import io.gatemason.generator.diagnostics.StageCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class SnapshotsTest {
  private static final String TEMPLATE =
      """
      AWSTemplateFormatVersion: '2010-09-09'
      Resources:
        Api:
          Type: AWS::ApiGateway::RestApi
          Properties: {Name: pets, BodyS3Location: ./pets.yaml}
        Now:
          Type: AWS::ApiGateway::Deployment
          Properties: {RestApiId: !Ref Api}
        Then:
          Type: AWS::ApiGateway::Deployment
          Metadata: {GitRevision: %s}
          Properties: {RestApiId: !Ref Api}
        Prod:
          Type: AWS::ApiGateway::Stage
          Properties:
            RestApiId: !Ref Api
            StageName: prod
            DeploymentId: !Ref %s
            CanarySetting: {DeploymentId: !Ref %s, PercentTraffic: 10}
      """;

  private static final String DOCUMENT =
      """
      openapi: 3.0.1
      info: {title: Pets, version: "1"}
      paths:
        %s:
          get:
            responses: {"200": {description: ok, content: {application/json: {schema: {$ref: 'models/pet.yaml'}}}}}
            x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: https://pets.example/}
      """;

  @TempDir Path folder;
  @TempDir Path elsewhere;

  @TestFactory
  Stream<DynamicTest> deployments() throws IOException {
    return DiagnosticCases.of(
        "deployments",
        (source, parameters, diagnostics) ->
            Generator.check(GenerationRequest.of(source, elsewhere, "com.acme"))
                .diagnostics()
                .forEach(diagnostics::add));
  }

  @Test
  void compilesTheDocumentOfARevisionBesideThatOfToday() throws Exception {
    twoVersions();
    write("template.yaml", TEMPLATE.formatted("v1.4.0", "Now", "Then"));
    GenerationResult result = generate(folder);
    assertEquals(List.of(), errors(result));
    assertEquals(
        List.of("GetDogs.java"), names("out/com/acme/pets/methods"), "the document of today");
    assertEquals(
        List.of("GetCats.java"),
        names("out/com/acme/pets/revisions/v140/methods"),
        "the document of then");
    String gateway = Files.readString(elsewhere.resolve("out/com/acme/Gateway.java"));
    assertTrue(gateway.contains("new PetsApi(services, PetsStages.PROD),"), gateway);
    assertTrue(gateway.contains("new PetsV140Api(services, PetsV140Stages.PROD_CANARY)"), gateway);
    String stages =
        Files.readString(
            elsewhere.resolve("out/com/acme/pets/revisions/v140/stages/PetsV140Stages.java"));
    assertTrue(stages.contains(".servesCanary()"), stages);
    assertTrue(stages.matches("(?s).*\\.deploymentId\\(\"[0-9a-f]{7}\"\\).*"), stages);
    assertTrue(stages.contains("From pets.yaml@v1.4.0:1"), stages);
    assertTrue(
        result.inputs().stream().anyMatch(file -> file.endsWith("refs/tags/v1.4.0")),
        () -> "a moved tag makes a new build: " + result.inputs());
  }

  @Test
  void givesAStageTheRevisionAndItsCanaryTheDocumentOfToday() throws Exception {
    twoVersions();
    write("template.yaml", TEMPLATE.formatted("v1.4.0", "Then", "Now"));
    assertEquals(List.of(), errors(generate(folder)));
    String gateway = Files.readString(elsewhere.resolve("out/com/acme/Gateway.java"));
    assertTrue(gateway.contains("new PetsApi(services, PetsStages.PROD_CANARY),"), gateway);
    assertTrue(gateway.contains("new PetsV140Api(services, PetsV140Stages.PROD)"), gateway);
  }

  @Test
  void compilesBothGraphsOfAStageFromOneRevision() throws Exception {
    twoVersions();
    write("template.yaml", TEMPLATE.formatted("v1.4.0", "Then", "Then"));
    assertEquals(List.of(), errors(generate(folder)));
    String stages =
        Files.readString(
            elsewhere.resolve("out/com/acme/pets/revisions/v140/stages/PetsV140Stages.java"));
    assertTrue(stages.contains("PROD.toBuilder().servesCanary().build()"), stages);
  }

  @Test
  void aDeploymentWithCanarySettingsIsTheCanaryOfAStageThatIsThere() throws Exception {
    twoVersions();
    write(
        "template.yaml",
        TEMPLATE
            .formatted("v1.4.0", "Now", "Now")
            .replaceFirst("(?m)^ *CanarySetting: .*$", "")
            .replace(
                "GitRevision: v1.4.0}\n    Properties: {RestApiId: !Ref Api}",
                "GitRevision: v1.4.0}\n    Properties: {RestApiId: !Ref Api, StageName: prod,"
                    + " DeploymentCanarySettings: {PercentTraffic: 5}}"));
    assertEquals(List.of(), errors(generate(folder)));
    String gateway = Files.readString(elsewhere.resolve("out/com/acme/Gateway.java"));
    assertTrue(gateway.contains("new PetsApi(services, PetsStages.PROD),"), gateway);
    assertTrue(gateway.contains("new PetsV140Api(services, PetsV140Stages.PROD_CANARY)"), gateway);
  }

  @Test
  void takesCommitsAndBranches() throws Exception {
    String commit = twoVersions();
    write("template.yaml", TEMPLATE.formatted("\"" + commit + "\"", "Now", "Then"));
    assertEquals(List.of(), errors(generate(folder)));
    write("template.yaml", TEMPLATE.formatted("releases/old", "Now", "Then"));
    assertEquals(List.of(), errors(generate(folder)));
  }

  @Test
  void readsTheDocumentInTheTemplateOfARevision() throws Exception {
    String body =
        """
        AWSTemplateFormatVersion: '2010-09-09'
        Resources:
          Api:
            Type: AWS::ApiGateway::RestApi
            Properties:
              Body:
                openapi: 3.0.1
                info: {title: Pets, version: "1"}
                paths:
                  /%s:
                    get:
                      responses: {"200": {description: ok}}
                      x-amazon-apigateway-integration: {type: mock}
          Then:
            Type: AWS::ApiGateway::Deployment
            Metadata: {GitRevision: !Sub "${Version}"}
            Properties: {RestApiId: !Ref Api, StageName: prod}
        Parameters: {Version: {Type: String, Default: v1.4.0}}
        """;
    try (Git git = Git.init().setDirectory(folder.toFile()).call()) {
      write("template.yaml", body.formatted("cats"));
      commit(git, "v1.4.0");
      write("template.yaml", body.formatted("dogs"));
    }
    assertEquals(List.of(), errors(generate(folder)));
    assertEquals(List.of("GetCats.java"), names("out/com/acme/api/revisions/v140/methods"));
  }

  @Test
  void worksInALinkedWorkTreeAndInAFolderOfTheRepository() throws Exception {
    Path top = folder.resolve("top");
    try (Git git = Git.init().setDirectory(top.toFile()).call()) {
      write("top/apis/pets.yaml", DOCUMENT.formatted("/cats"));
      write("top/apis/models/pet.yaml", "{type: object}");
      commit(git, "v1.4.0");
    }
    Path linked = folder.resolve("linked");
    Process process =
        new ProcessBuilder("git", "worktree", "add", "-q", linked.toString())
            .directory(top.toFile())
            .inheritIO()
            .start();
    assumeTrue(process.waitFor() == 0, "git is not there");
    write("linked/apis/pets.yaml", DOCUMENT.formatted("/dogs"));
    write("linked/apis/template.yaml", TEMPLATE.formatted("v1.4.0", "Now", "Then"));
    assertEquals(List.of(), errors(generate(linked.resolve("apis"))));
    assertEquals(List.of("GetCats.java"), names("out/com/acme/pets/revisions/v140/methods"));
  }

  @Test
  void saysWhyARevisionCannotBeRead() throws Exception {
    write("template.yaml", TEMPLATE.formatted("v1.4.0", "Now", "Then"));
    write("pets.yaml", DOCUMENT.formatted("/dogs"));
    write("models/pet.yaml", "{type: object}");
    assertEquals(
        List.of(
            "template.yaml:11: there is no revision \"v1.4.0\": the documents lie in no Git"
                + " repository"),
        errors(generate(folder)));
    twoVersions();
    write("template.yaml", TEMPLATE.formatted("v1.4.1", "Now", "Then"));
    GenerationResult missing = generate(folder);
    assertEquals(
        List.of("template.yaml:11: the Git repository has no revision \"v1.4.1\""),
        errors(missing));
    assertEquals("did you mean \"v1.4.0\"?", hint(missing));
    write("template.yaml", TEMPLATE.formatted("empty", "Now", "Then"));
    assertEquals(
        List.of("template.yaml:11: revision \"empty\" has no document of API \"pets\""),
        errors(generate(folder)));
    write("template.yaml", TEMPLATE.formatted("HEAD~1", "Now", "Then"));
    assertEquals(List.of("template.yaml:11: \"HEAD~1\" is no revision"), errors(generate(folder)));
    write(
        "template.yaml",
        TEMPLATE.formatted("\"0123456789012345678901234567890123456789\"", "Now", "Then"));
    assertEquals(1, errors(generate(folder)).size());
  }

  @Test
  void saysThatACloneIsShallow() throws Exception {
    twoVersions();
    Path shallow = elsewhere.resolve("shallow");
    Git.cloneRepository()
        .setURI(folder.toUri().toString())
        .setDirectory(shallow.toFile())
        .setDepth(1)
        .setNoTags()
        .call()
        .close();
    Files.writeString(
        shallow.resolve("template.yaml"), TEMPLATE.formatted("v1.4.0", "Now", "Then"));
    GenerationResult result = generate(shallow);
    assertEquals(
        List.of("template.yaml:11: the Git repository has no revision \"v1.4.0\""), errors(result));
    assertTrue(hint(result).contains("--unshallow"));
  }

  @Test
  void reportsErrorsOfARevisionAndNoWarnings() throws Exception {
    try (Git git = Git.init().setDirectory(folder.toFile()).call()) {
      write("pets.yaml", DOCUMENT.formatted("/cats").replace("uri: https", "uri: ftp"));
      write("models/pet.yaml", "{type: object}");
      write("other.yaml", "openapi: 3.0.1\ninfo: [");
      commit(git, "v1.4.0");
    }
    write("pets.yaml", DOCUMENT.formatted("/dogs"));
    Files.delete(folder.resolve("other.yaml"));
    write("template.yaml", TEMPLATE.formatted("v1.4.0", "Now", "Then"));
    GenerationResult result = generate(folder);
    assertEquals(1, errors(result).size(), () -> errors(result).toString());
    assertTrue(errors(result).get(0).startsWith("pets.yaml@v1.4.0:7: "), errors(result).get(0));
    assertFalse(
        result.diagnostics().stream()
            .anyMatch(
                d -> d.code() == SourceCodes.GM2007 && d.range().file().name().contains("@")));
  }

  @Test
  void warnsWhereNothingTellsTheCanaryFromItsStage() throws Exception {
    twoVersions();
    write(
        "template.yaml",
        TEMPLATE.formatted("v1.4.0", "Now", "Then").replace("Metadata: {GitRevision: v1.4.0}", ""));
    List<DiagnosticCode> codes =
        generate(folder).diagnostics().stream().map(Diagnostic::code).toList();
    assertTrue(codes.contains(StageCodes.GM3522), codes::toString);
  }

  @Test
  void readsNoRevisionThatNothingUses() throws Exception {
    write("pets.yaml", DOCUMENT.formatted("/dogs"));
    write("models/pet.yaml", "{type: object}");
    write("template.yaml", TEMPLATE.formatted("v1.4.0", "Now", "Now"));
    assertEquals(List.of(), errors(generate(folder)));
  }

  /** The commit of the first version. */
  private String twoVersions() throws IOException, GitAPIException {
    try (Git git = Git.init().setDirectory(folder.toFile()).call()) {
      write("README.md", "pets");
      git.add().addFilepattern("README.md").call();
      commit(git, "empty");
      write("pets.yaml", DOCUMENT.formatted("/cats"));
      write("models/pet.yaml", "{type: object, properties: {name: {type: string}}}");
      String first = commit(git, "v1.4.0");
      git.branchCreate().setName("releases/old").call();
      write("pets.yaml", DOCUMENT.formatted("/dogs").replace("models/pet", "models/dog"));
      Files.move(folder.resolve("models/pet.yaml"), folder.resolve("models/dog.yaml"));
      commit(git, "v2.0.0");
      return first;
    }
  }

  private static String commit(Git git, String tag) throws GitAPIException {
    if (!tag.equals("empty")) {
      git.add().addFilepattern(".").call();
    }
    PersonIdent somebody = new PersonIdent("somebody", "somebody@example.com");
    String name =
        git.commit()
            .setMessage(tag)
            .setAuthor(somebody)
            .setCommitter(somebody)
            .setSign(false)
            .call()
            .name();
    git.tag().setName(tag).setTagger(somebody).setSigned(false).setMessage(tag).call();
    return name;
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private GenerationResult generate(Path source) throws IOException {
    return Generator.generate(GenerationRequest.of(source, elsewhere.resolve("out"), "com.acme"));
  }

  private static List<String> errors(GenerationResult result) {
    return result.diagnostics().stream()
        .filter(d -> d.severity() == Severity.ERROR)
        .map(d -> d.range().file().name() + ":" + d.range().start().line() + ": " + d.message())
        .toList();
  }

  private static String hint(GenerationResult result) {
    return result.diagnostics().stream()
        .filter(d -> d.code() == StageCodes.GM3521)
        .findFirst()
        .orElseThrow()
        .hint();
  }

  private List<String> names(String generated) throws IOException {
    try (var files = Files.list(elsewhere.resolve(generated))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
