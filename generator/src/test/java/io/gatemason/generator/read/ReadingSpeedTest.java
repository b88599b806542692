package io.gatemason.generator.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.generator.check.Checks;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.rest.RestApi;
import io.gatemason.generator.read.document.ReadOptions;
import io.gatemason.generator.source.NodeReader;
import io.gatemason.generator.source.SourceFile;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A document of 1,000 operations is read and checked in well under a second once warm. */
class ReadingSpeedTest {
  private static final int OPERATIONS = 1000;
  private static final int ROUNDS = 6;

  @Test
  void readsAThousandOperationsInUnderASecond() {
    String text = document();
    long best = Long.MAX_VALUE;
    for (int i = 0; i < ROUNDS; i++) {
      Diagnostics diagnostics = new Diagnostics();
      long start = cpuNanos();
      RestApi api = Documents.read(text, ReadOptions.DEFAULT, diagnostics).orElseThrow();
      Checks.check(api, diagnostics);
      best = Math.min(best, cpuNanos() - start);
      assertEquals(OPERATIONS, api.methods().size());
    }
    Duration fastest = Duration.ofNanos(best);
    assertTrue(fastest.compareTo(Duration.ofSeconds(1)) < 0, () -> "it took " + fastest);
  }

  @Test
  void readsALongTextInASingleScalarAsFastAsInMany() {
    String text = "openapi: 3.0.1\ninfo: {title: " + "x".repeat(8_000_000) + "}\n";
    long start = cpuNanos();
    new NodeReader().read(new SourceFile("pets.yaml", text), problem -> {}).orElseThrow();
    Duration spent = Duration.ofNanos(cpuNanos() - start);
    assertTrue(spent.compareTo(Duration.ofSeconds(4)) < 0, () -> "it took " + spent);
  }

  /** Of this thread alone, so that a busy machine does not matter. */
  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static String document() {
    StringBuilder text =
        new StringBuilder("openapi: 3.0.1\ninfo: {title: Pets, version: \"1\"}\npaths:\n");
    for (int i = 0; i < OPERATIONS; i++) {
      text.append(
          """
            /group%d/pets%d/{petId}:
              get:
                operationId: getPet%d
                parameters:
                  - {name: petId, in: path, required: true, schema: {type: string}}
                  - {name: page, in: query, schema: {type: integer}}
                responses:
                  "200": {description: ok, headers: {X-Next: {schema: {type: string}}}}
                x-amazon-apigateway-integration:
                  type: http
                  httpMethod: GET
                  uri: http://example.com/pets/{id}
                  requestParameters:
                    integration.request.path.id: method.request.path.petId
                    integration.request.querystring.page: method.request.querystring.page
                  responses:
                    default:
                      statusCode: "200"
                      responseParameters:
                        method.response.header.X-Next: integration.response.header.x-next
          """
              .formatted(i % 20, i, i));
    }
    return text.toString();
  }
}
