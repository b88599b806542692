package io.gatemason.generator.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.HttpApiCodes;
import io.gatemason.generator.model.Api;
import io.gatemason.generator.read.document.ReadOptions;
import io.gatemason.generator.read.document.ReadOptions.BasePath;
import io.gatemason.generator.source.NodeReader;
import io.gatemason.generator.source.SourceFile;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What makes a document without a template that of a REST or of an HTTP API. */
class ApiKindTest {
  private static final String VERSION = "openapi: 3.0.1, ";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "type: http_proxy | | REST | 1",
        "type: http_proxy | HTTP | HTTP | 0",
        "type: http_proxy | REST | REST | 0",
        "type: http_proxy, payloadFormatVersion: '2.0' | | HTTP | 0",
        "type: http_proxy, payloadFormatVersion: '2.0' | REST | HTTP | 1",
        "type: http, responses: {default: {statusCode: 200}} | HTTP | REST | 1",
        "type: http_proxy, passthroughBehavior: never | | REST | 0",
        "type: http_proxy, passthroughBehavior: never | HTTP | HTTP | 0",
        "type: http_proxy, requestParameters: {integration.request.header.a: \"'a'\"} | | REST | 0",
      })
  void comesFromMarksThenFromTheBuild(
      String integration, ReadOptions.ApiKind said, Api.Kind kind, int notes) {
    assertEquals(kind + " " + notes, read(VERSION, integration, said));
  }

  @ParameterizedTest
  @CsvSource({", 0", "HTTP, 1"})
  void isRestForSwagger(ReadOptions.ApiKind said, int notes) {
    assertEquals("REST " + notes, read("swagger: '2.0', ", "type: http_proxy", said));
  }

  private static String read(String version, String integration, ReadOptions.ApiKind said) {
    Diagnostics diagnostics = new Diagnostics();
    String text =
        "{"
            + version
            + "info: {title: a, version: '1'}, paths: {/a: {get: {responses: {'200': {description:"
            + " a}}, x-amazon-apigateway-integration: {httpMethod: GET, uri: 'http://a.example', "
            + integration
            + "}}}}}";
    ReadOptions options =
        new ReadOptions(Optional.empty(), BasePath.IGNORE, Optional.ofNullable(said), Map.of());
    Optional<Api> api =
        new NodeReader()
            .read(new SourceFile("a.yaml", text), diagnostics::report)
            .flatMap(root -> Readers.read(root, "a", options, diagnostics));
    long notes =
        diagnostics.all().stream().filter(each -> each.code() == HttpApiCodes.GM2815).count();
    return api.orElseThrow().kind() + " " + notes;
  }
}
