package io.gatemason.counterparts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.findify.s3mock.S3Mock;
import io.gatemason.runtime.aws.AwsEndpoint;
import io.gatemason.runtime.payload.ContentHandling;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Objects of S3 with binary bodies, against S3Mock. */
@Timeout(60)
class S3Test {
  private static final AwsEndpoint S3 = AwsEndpoint.of("arn:aws:apigateway:us-east-1:s3");

  @Test
  void putsGetsAndDeletesBytesUnchanged() throws Exception {
    S3Mock server = new S3Mock.Builder().withPort(0).withInMemoryBackend().build();
    int port = server.start().localAddress().getPort();
    byte[] image = new byte[300_000];
    new Random(7).nextBytes(image);
    try (ServiceGateway gateway =
        new ServiceGateway(
            "http://127.0.0.1:" + port,
            (exchange, request) ->
                request
                    .to(S3, "/" + exchange.pathParameter("key", ""))
                    .header("Content-Type", exchange.header("Content-Type"))
                    .contentHandling(ContentHandling.CONVERT_TO_BINARY)
                    .passBody())) {
      assertEquals(200, gateway.send("PUT", "/photos", new byte[0]).statusCode());
      assertEquals(
          200,
          gateway
              .send("PUT", "/photos/a%20b.png", image, "Content-Type", "image/png")
              .statusCode());
      assertArrayEquals(
          image,
          gateway.send("GET", "/photos/a%20b.png", new byte[0], "Accept", "image/png").body());
      assertEquals(204, gateway.send("DELETE", "/photos/a%20b.png", new byte[0]).statusCode());
      assertEquals(404, gateway.send("GET", "/photos/a%20b.png", new byte[0]).statusCode());
    } finally {
      server.shutdown();
    }
  }
}
