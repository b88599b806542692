package io.gatemason.runtime.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.generator.GenerationRequest;
import io.gatemason.generator.Generator;
import io.gatemason.generator.diagnostics.Diagnostic;
import io.gatemason.generator.diagnostics.ResourceCodes;
import io.gatemason.generator.diagnostics.Severity;
import io.gatemason.generator.handler.JavacSearch;
import io.gatemason.runtime.integration.NodeClient;
import java.io.File;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A project as {@code sam build} leaves it: sources beside a built template whose functions are
 * folders with what they depend on. It is built and called as it lies on disk.
 */
@Timeout(300)
class SamBuildTest {
  private static final String TEMPLATE =
      """
      AWSTemplateFormatVersion: '2010-09-09'
      Transform: AWS::Serverless-2016-10-31
      Globals: {Function: {Runtime: nodejs20.x, Timeout: 20}}
      Resources:
        Spec:
          Type: AWS::Serverless::Api
          Properties:
            StageName: spec
            DefinitionUri: %sopenapi.yaml
        Hello:
          Type: AWS::Serverless::Function
          Properties:
            CodeUri: %s
            Handler: app.handler
            Events:
              Say: {Type: Api, Properties: {Path: '/hello/{name}', Method: GET}}
          Metadata: {SamResourceId: Hello}
      """;

  private static final String DOCUMENT =
      """
      openapi: 3.0.1
      info: {title: spec, version: '1'}
      paths:
        /ping:
          get:
            responses: {'200': {description: Always}}
            x-amazon-apigateway-integration:
              type: mock
              requestTemplates: {application/json: '{"statusCode": 200}'}
              responses: {default: {statusCode: '200', responseTemplates: {application/json: pong}}}
      """;

  private static final String FUNCTION =
      """
      AWSTemplateFormatVersion: '2010-09-09'
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Hello:
          Type: AWS::Serverless::Function
          Properties:
            CodeUri: Hello
            Handler: HANDLER
            Runtime: RUNTIME
            Architectures: [x86_64]
            Timeout: 20
            Events:
              Say: {Type: Api, Properties: {Path: '/hello/{name}', Method: get}}
          Metadata: {SamResourceId: Hello}
      """;

  private static final String JAVA_FUNCTION =
      """
      package shop;

      import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
      import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;

      public class Hello {
        public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event) {
          return new APIGatewayProxyResponseEvent()
              .withStatusCode(200)
              .withBody("hello " + event.getPathParameters().get("name"));
        }
      }
      """;

  /** In place of the package awslambdaric, which is not in a registry that all builds reach. */
  private static final String PYTHON_CLIENT =
      """
      import importlib, json, os, sys, urllib.request
      sys.path.insert(0, os.getcwd())
      module, name = sys.argv[1].rsplit('.', 1)
      handler = getattr(importlib.import_module(module), name)
      base = 'http://' + os.environ['AWS_LAMBDA_RUNTIME_API'] + '/2018-06-01/runtime/invocation/'
      while True:
          with urllib.request.urlopen(base + 'next') as event:
              told = json.load(event)
              request = event.headers['Lambda-Runtime-Aws-Request-Id']
          result = json.dumps(handler(told, None)).encode()
          urllib.request.urlopen(base + request + '/response', data=result).close()
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {".aws-sam/build", ".aws-sam/build/template.yaml"})
  void isBuiltAndCalledAsItLiesOnDisk(String source) throws Exception {
    Path project = NodeClient.install().resolve("sam-shop");
    write(project, "openapi.yaml", DOCUMENT);
    write(project, "template.yaml", TEMPLATE.formatted("", "hello/"));
    write(project, "hello/app.js", "throw new Error('not built');");
    write(project, ".aws-sam/build/template.yaml", TEMPLATE.formatted("../../", "Hello"));
    write(
        project,
        ".aws-sam/build/Hello/app.js",
        """
        const greeting = require('greeting');
        exports.handler = async (event) => greeting(event.pathParameters.name);
        """);
    write(
        project,
        ".aws-sam/build/Hello/node_modules/greeting/index.js",
        "module.exports = (name) => ({statusCode: 200, body: 'hello ' + name + ', built'});");
    write(
        project, ".aws-sam/build.toml", "# This file is auto generated by SAM CLI build command\n");
    GenerationRequest request =
        GenerationRequest.of(
            project.resolve(source), folder.resolve("generated"), "com.example.gateway");
    try (GeneratedService service =
        GeneratedService.start(
            request,
            folder.resolve("classes"),
            Map.of("gateway.lambda.code-folder", project.toString()))) {
      assertEquals("200 hello ann, built", get(service, "/Prod/hello/ann"));
      assertEquals("200 pong", get(service, "/spec/ping"));
    }
  }

  /** What the built folder of a Python function has beside its own files is what it depends on. */
  @Test
  void aPythonFunctionIsCalledWithWhatItDependsOn() throws Exception {
    NodeClient.require("python3");
    Path build = folder.resolve("shop/.aws-sam/build");
    write(build, "template.yaml", function("python3.12", "app.handler"));
    write(build, "Hello/requirements.txt", "awslambdaric\ngreeting\n");
    write(build, "Hello/greeting/__init__.py", "def greet(name): return 'hello ' + name\n");
    write(
        build,
        "Hello/app.py",
        """
        from greeting import greet
        def handler(event, context):
            return {'statusCode': 200, 'body': greet(event['pathParameters']['name'])}
        """);
    write(build, "Hello/awslambdaric/__init__.py", "");
    write(build, "Hello/awslambdaric/__main__.py", PYTHON_CLIENT);
    GenerationRequest request =
        GenerationRequest.of(build, folder.resolve("generated"), "com.example.gateway");
    assertEquals(
        List.of(),
        Generator.generate(request).diagnostics().stream()
            .filter(d -> d.severity() != Severity.NOTE)
            .toList());
    try (GeneratedService service =
        GeneratedService.start(
            request,
            folder.resolve("classes"),
            Map.of("gateway.lambda.code-folder", folder.resolve("shop").toString()))) {
      assertEquals("200 hello ann", get(service, "/Prod/hello/ann"));
      assertEquals("200 hello bob", get(service, "/Prod/hello/bob"));
    }
  }

  /** The built folder of a Java function is a class path: classes, and libraries below lib. */
  @Test
  void aJavaFunctionRunsInProcessWhereItsClassesAreOnTheClassPath() throws Exception {
    Path build = folder.resolve("shop/.aws-sam/build");
    write(build, "template.yaml", function("java21", "shop.Hello::handleRequest"));
    Path sources = folder.resolve("shop/hello/src/main/java");
    write(sources, "shop/Hello.java", JAVA_FUNCTION);
    assertEquals(List.of(), JavaCompilation.compile(sources, build.resolve("Hello")));
    String libraries = System.getProperty("java.class.path");
    for (String jar : libraries.split(File.pathSeparator, -1)) {
      if (jar.contains("aws-lambda-java-")) {
        Path lib = Files.createDirectories(build.resolve("Hello/lib"));
        Files.copy(Path.of(jar), lib.resolve(Path.of(jar).getFileName()));
      }
    }
    GenerationRequest request =
        GenerationRequest.of(build, folder.resolve("generated"), "com.example.gateway");
    List<String> found = new ArrayList<>(List.of(build.resolve("Hello").toString()));
    found.addAll(List.of(libraries.split(File.pathSeparator, -1)));
    GenerationRequest beside = request.with(Map.of(), new JavacSearch(found, List.of()));
    assertEquals(
        List.of(),
        Generator.generate(beside).diagnostics().stream()
            .filter(d -> d.severity() != Severity.NOTE)
            .toList());
    try (GeneratedService service =
        GeneratedService.startGenerated(beside, sources, folder.resolve("classes"), Map.of())) {
      assertEquals("200 hello ann", get(service, "/Prod/hello/ann"));
      assertEquals("200 hello ann", get(service, "/Prod/hello/ann"));
    }
  }

  @Test
  void aJavaFunctionWhoseClassesAreElsewhereIsTold() throws Exception {
    Path build = folder.resolve("shop/.aws-sam/build");
    write(build, "template.yaml", function("java21", "shop.Hello::handleRequest"));
    write(build, "Hello/shop/Hello.class", "");
    GenerationRequest request =
        GenerationRequest.of(build, folder.resolve("generated"), "com.example.gateway");
    List<Diagnostic> told =
        Generator.generate(request.with(Map.of(), new JavacSearch(List.of(), List.of())))
            .diagnostics()
            .stream()
            .filter(d -> d.severity() != Severity.NOTE)
            .toList();
    assertEquals(List.of(ResourceCodes.GM2202), told.stream().map(Diagnostic::code).toList());
    assertTrue(told.getFirst().message().contains("shop.Hello"), told.getFirst().message());
  }

  private static String function(String runtime, String handler) {
    return FUNCTION.replace("RUNTIME", runtime).replace("HANDLER", handler);
  }

  private static void write(Path project, String name, String text) throws IOException {
    Path file = project.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String get(GeneratedService service, String path) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(service.uri(path)).build(),
              HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() + " " + answer.body();
    }
  }
}
