package io.gatemason.runtime.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.gatemason.generator.GenerationRequest;
import io.gatemason.generator.Generator;
import io.gatemason.generator.diagnostics.ApiCodes;
import io.gatemason.generator.handler.JavacSearch;
import io.gatemason.runtime.integration.RecordedLog;
import java.io.File;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Functions of an HTTP API that run in the gateway's process. */
@Timeout(60)
public class HttpApiFunctionsTest {
  private static final String DOCUMENT =
      """
      openapi: 3.0.1
      info: {title: shop, version: "1"}
      x-amazon-apigateway-importexport-version: "1.0"
      paths:
        /pets/{id}:
          get:
            x-amazon-apigateway-integration: {type: aws_proxy, uri: "arn:aws:lambda:us-east-1:123456789012:function:pets", payloadFormatVersion: "2.0", timeoutInMillis: 5000}
      """;

  private static final CountDownLatch INTERRUPTED = new CountDownLatch(1);

  /** Answers with what it was told, fails, or never ends. */
  public static final class Pets
      implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
      String id = event.getPathParameters().get("id");
      if (id.equals("fails")) {
        throw new IllegalStateException("no pet");
      }
      if (id.equals("hangs")) {
        try {
          Thread.sleep(60_000);
        } catch (InterruptedException e) {
          INTERRUPTED.countDown();
        }
      }
      return APIGatewayV2HTTPResponse.builder()
          .withStatusCode(201)
          .withBody(event.getRouteKey() + " " + id)
          .withCookies(List.of("a=1", "b=2"))
          .build();
    }
  }

  @Test
  void answerFailAndAreInterruptedAtTheLimit(@TempDir Path folder) throws Exception {
    Path document = Files.writeString(folder.resolve("shop.openapi.yaml"), DOCUMENT);
    List<String> classPath =
        List.of(System.getProperty("java.class.path").split(File.pathSeparator));
    GenerationRequest request =
        GenerationRequest.of(document, folder.resolve("generated"), "com.example.gateway")
            .with(Map.of("pets", Pets.class.getName()), new JavacSearch(classPath, List.of()));
    assertEquals(
        List.of(),
        Generator.generate(request).diagnostics().stream()
            // Where functions run is said when the service starts.
            .filter(d -> d.code() != ApiCodes.GM3705)
            .toList());
    try (GeneratedService service =
            GeneratedService.startGenerated(request, folder.resolve("classes"), Map.of());
        HttpClient client = HttpClient.newHttpClient()) {
      // The first call makes the handler; those after it run on the thread of their request.
      for (int i = 0; i < 3; i++) {
        HttpResponse<String> answer = get(client, service, "/pets/7");
        assertEquals(201, answer.statusCode());
        assertEquals("GET /pets/{id} 7", answer.body());
        assertEquals(List.of("a=1", "b=2"), answer.headers().allValues("set-cookie"));
      }
      try (RecordedLog log = new RecordedLog("io.gatemason.runtime.server")) {
        HttpResponse<String> failed = get(client, service, "/pets/fails");
        assertEquals("{\"message\":\"Internal Server Error\"}", failed.body());
        String id = failed.headers().firstValue("apigw-requestid").orElseThrow();
        log.await("(GET /pets/{id}, apigw-requestid " + id + "): ");
      }
      HttpResponse<String> late = get(client, service, "/pets/hangs");
      assertEquals(503, late.statusCode());
      assertEquals("{\"message\":\"Service Unavailable\"}", late.body());
      assertTrue(INTERRUPTED.await(20, TimeUnit.SECONDS));
      assertEquals(201, get(client, service, "/pets/8").statusCode());
    }
  }

  private static HttpResponse<String> get(HttpClient client, GeneratedService service, String path)
      throws Exception {
    return client.send(
        HttpRequest.newBuilder(service.uri(path)).build(), HttpResponse.BodyHandlers.ofString());
  }
}
