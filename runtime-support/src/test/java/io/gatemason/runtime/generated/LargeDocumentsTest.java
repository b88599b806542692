package io.gatemason.runtime.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatemason.generator.GenerationRequest;
import io.gatemason.generator.GenerationResult;
import io.gatemason.generator.Generator;
import io.gatemason.generator.diagnostics.Diagnostic;
import io.gatemason.generator.diagnostics.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents that meet limits of class files and of file systems still give code that compiles. */
class LargeDocumentsTest {
  /** More bytes than a constant of a class file holds, in characters of one, two and three. */
  private static final String LONG = "xé€".repeat(25_000);

  @TempDir Path folder;

  @Test
  void compilesManySiblingsAndDeepPaths() throws IOException {
    Stream<String> siblings = IntStream.range(0, 520).mapToObj(i -> "/sibling-" + i);
    String longPath = "/a-segment-with-a-long-name".repeat(60);
    Stream<String> deep =
        IntStream.rangeClosed(1, 60)
            .mapToObj(i -> longPath.substring(0, longPath.length() * i / 60));
    String method =
        """
        {"get": {"responses": {"200": {"description": "ok"}},
          "x-amazon-apigateway-integration": {
            "type": "http_proxy", "httpMethod": "GET", "uri": "http://example.com"}}}""";
    String paths =
        Stream.concat(siblings, deep)
            .map(path -> "\"" + path + "\": " + method)
            .collect(Collectors.joining(",\n"));
    compile(
        """
        {"openapi": "3.0.1", "info": {"title": "Many", "version": "1"}, "paths": {%s}}
        """
            .formatted(paths));
  }

  @Test
  void compilesTextsLongerThanAConstant() throws IOException {
    compile(
        """
        {"openapi": "3.0.1", "info": {"title": "LONG", "version": "LONG"},
         "x-amazon-apigateway-request-validators": {
           "all": {"validateRequestBody": true, "validateRequestParameters": true}},
         "x-amazon-apigateway-request-validator": "all",
         "x-amazon-apigateway-gateway-responses": {"DEFAULT_4XX": {
           "responseParameters": {"gatewayresponse.header.X": "'LONG'"},
           "responseTemplates": {"application/json": "LONG$context.error.messageLONG"}}},
         "components": {"schemas": {"Body": {"type": "object", "properties": {
           "text": {"type": "string", "pattern": "LONG", "enum": ["LONG"]}}}}},
         "paths": {"/a": {
           "post": {"operationId": "LONG",
             "parameters": [
               {"name": "qPLAIN", "in": "query", "required": true, "schema": {"type": "string"}}],
             "requestBody": {
               "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Body"}}}},
             "responses": {
               "200": {"description": "ok", "headers": {"X": {"schema": {"type": "string"}}}}},
             "x-amazon-apigateway-integration": {"type": "http", "httpMethod": "POST",
               "uri": "http://example.com/PLAIN/${stageVariables.a}PLAIN",
               "requestParameters": {
                 "integration.request.header.X": "'LONG'",
                 "integration.request.header.Y": "method.request.body.PLAIN",
                 "integration.request.querystring.q": "method.request.querystring.qPLAIN"},
               "requestTemplates": {"application/json":
                 "LONG$input.json('$.PLAIN')#if($context.stage == 'PLAIN')x#end"},
               "responses": {"default": {"statusCode": "200",
                 "responseParameters": {"method.response.header.X": "'LONG'"},
                 "responseTemplates": {"application/json": "LONG\\nPLAIN"}}}}},
           "get": {"responses": {"200": {"description": "ok"}},
             "x-amazon-apigateway-integration": {"type": "aws_proxy", "httpMethod": "POST",
               "uri": "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111122223333:function:f/invocations",
               "credentials": "arn:aws:iam::111122223333:role/LONG"}}}}}
        """
            .replace("LONG", LONG)
            .replace("PLAIN", "x".repeat(70_000)));
  }

  @Test
  void compilesAsManyPartsAsAreAllowed() throws IOException {
    String mappings =
        joined(990, "\"integration.request.header.X-%1$d\": \"method.request.body.a%1$d.b\"");
    String types = joined(495, "\"text/x-%1$d\": \"{\\\"a\\\": %1$d}\"");
    String headers = joined(490, "\"method.response.header.X-%1$d\": \"'a %1$d'\"");
    String schemas = joined(990, "\"M%1$d\": {\"type\": \"object\", \"required\": [\"a\"]}");
    String models =
        joined(990, "\"a/%1$d\": {\"schema\": {\"$ref\": \"#/components/schemas/M%1$d\"}}");
    compile(
        """
        {"openapi": "3.0.1", "info": {"title": "Many", "version": "1"},
         "x-amazon-apigateway-request-validators": {"body": {"validateRequestBody": true}},
         "x-amazon-apigateway-binary-media-types": [TYPES],
         "x-amazon-apigateway-gateway-responses": {"DEFAULT_4XX": {
           "responseParameters": {ERROR_HEADERS}, "responseTemplates": {ERROR_TYPES}}},
         "components": {"schemas": {SCHEMAS}},
         "paths": {
          "/mappings": {"post": {"responses": {"200": {"description": "ok"}},
             "x-amazon-apigateway-integration": {"type": "http", "httpMethod": "POST",
               "uri": "http://example.com", "requestParameters": {MAPPINGS},
               "responses": {"default": {"statusCode": "200"}}}}},
          "/models": {"post": {"x-amazon-apigateway-request-validator": "body",
             "requestBody": {"content": {MODELS}}, "responses": {"200": {"description": "ok"}},
             "x-amazon-apigateway-integration": {"type": "http_proxy", "httpMethod": "POST",
               "uri": "http://example.com"}}},
          "/responses": {"post": {
             "responses": {"200": {"description": "ok", "headers": {DECLARED}}},
             "x-amazon-apigateway-integration": {"type": "http", "httpMethod": "POST",
               "uri": "http://example.com", "requestTemplates": {},
               "responses": {"default": {"statusCode": "200",
                 "responseParameters": {HEADERS}, "responseTemplates": {TEXTS}}}}}}}}
        """
            .replace("MAPPINGS", mappings)
            .replace("MODELS", models)
            .replace("SCHEMAS", schemas)
            .replace("DECLARED", joined(490, "\"X-%1$d\": {}"))
            .replace("ERROR_HEADERS", headers.replace("method.response", "gatewayresponse"))
            .replace("ERROR_TYPES", types)
            .replace("HEADERS", headers)
            .replace("TEXTS", types)
            .replace("TYPES", joined(1000, "\"image/x-%1$d\"")));
  }

  private static String joined(int count, String item) {
    return IntStream.range(0, count).mapToObj(item::formatted).collect(Collectors.joining(", "));
  }

  private void compile(String document) throws IOException {
    Path source = Files.writeString(folder.resolve("large.openapi.json"), document);
    Path sources = folder.resolve("sources");
    GenerationResult result =
        Generator.generate(GenerationRequest.of(source, sources, "com.example.gateway"));
    assertEquals(
        List.of(),
        result.diagnostics().stream()
            .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
            .map(Diagnostic::code)
            .toList());
    assertEquals(List.of(), JavaCompilation.compile(sources, folder.resolve("classes")));
  }
}
