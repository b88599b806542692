package io.gatemason.runtime.integration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.gatemason.runtime.aws.AwsEndpoint;
import io.gatemason.runtime.exchange.ApiInfo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.SequenceInputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Objects as large as the service lets through, to and from a bucket that is reached by TLS. */
@Timeout(120)
class S3StreamTest {
  private static final AwsEndpoint S3 = AwsEndpoint.of("arn:aws:apigateway:us-east-1:s3");
  private static final int LARGEST = 10_485_760;
  private static final int BEGINNING = 1_000_000;

  @TempDir private Path folder;
  private final byte[] object = new byte[LARGEST];
  private final CountDownLatch begun = new CountDownLatch(1);
  private HttpsServer bucket;
  private CloudFixture gateway;
  private volatile String digest = "";
  private volatile byte[] stored = new byte[0];

  @BeforeEach
  void start() throws Exception {
    new Random(5).nextBytes(object);
    Path store = folder.resolve("localhost.p12");
    bucket = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    bucket.setHttpsConfigurator(new HttpsConfigurator(context(store)));
    bucket.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    bucket.createContext("/", this::keepOrGive);
    bucket.start();
    gateway =
        new CloudFixture(
            Map.of(
                "gateway.aws.endpoint-url",
                "https://localhost:" + bucket.getAddress().getPort(),
                "gateway.backend.tls.trust-store.path",
                store.toString(),
                "gateway.backend.tls.trust-store.password",
                "secret"),
            Map.of(),
            ApiInfo.builder("api1", "").binaryMediaTypes("image/png").build(),
            "/{key+}",
            (exchange, lambda, aws) -> {
              AwsRequest request = AwsRequest.of(exchange, "ANY");
              request.to(S3, "/photos/" + exchange.pathParameter("key", "")).passBody();
              CloudFixture.pass(exchange, aws.send(exchange, request));
            });
  }

  @AfterEach
  void stop() {
    gateway.close();
    bucket.stop(0);
  }

  private static SSLContext context(Path store) throws Exception {
    char[] password = "secret".toCharArray();
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "a",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                "secret")
            .redirectErrorStream(true)
            .start();
    String output = new String(keytool.getInputStream().readAllBytes());
    assertEquals(0, keytool.waitFor(), output);
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream input = Files.newInputStream(store)) {
      keys.load(input, password);
    }
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(keys, password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    return context;
  }

  private void keepOrGive(HttpExchange exchange) throws IOException {
    digest = String.valueOf(exchange.getRequestHeaders().getFirst("x-amz-content-sha256"));
    if (exchange.getRequestMethod().equals("PUT")) {
      byte[] beginning = exchange.getRequestBody().readNBytes(BEGINNING / 2);
      begun.countDown();
      byte[] rest = exchange.getRequestBody().readAllBytes();
      stored =
          new SequenceInputStream(
                  new ByteArrayInputStream(beginning), new ByteArrayInputStream(rest))
              .readAllBytes();
      exchange.sendResponseHeaders(200, -1);
    } else {
      int more = exchange.getRequestURI().getPath().endsWith("larger") ? 1 : 0;
      exchange.getResponseHeaders().set("Content-Type", "image/png");
      exchange.sendResponseHeaders(200, object.length + more);
      exchange.getResponseBody().write(object);
      exchange.getResponseBody().write(new byte[more]);
    }
    exchange.close();
  }

  /** The object, whose second part the client has only when the bucket has half of the first. */
  private InputStream inTwoParts() {
    InputStream second =
        new InputStream() {
          private final InputStream rest =
              new ByteArrayInputStream(object, BEGINNING, object.length - BEGINNING);

          @Override
          public int read() throws IOException {
            awaitBegun();
            return rest.read();
          }

          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            awaitBegun();
            return rest.read(bytes, offset, length);
          }
        };
    return new SequenceInputStream(new ByteArrayInputStream(object, 0, BEGINNING), second);
  }

  private void awaitBegun() throws IOException {
    try {
      if (!begun.await(20, TimeUnit.SECONDS)) {
        throw new IOException("the bucket gets nothing before the client has sent all");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  @Test
  void objectGoesToTheBucketWhileTheClientSendsIt() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + "/large"))
            .timeout(Duration.ofSeconds(60))
            .header("Content-Type", "image/png")
            .PUT(
                BodyPublishers.fromPublisher(
                    BodyPublishers.ofInputStream(this::inTwoParts), object.length))
            .build();
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      assertEquals(200, client.send(request, BodyHandlers.discarding()).statusCode());
    }
    assertEquals("UNSIGNED-PAYLOAD", digest);
    assertArrayEquals(object, stored);
  }

  @Test
  void largestObjectComesBackUnchangedAndALargerOneIsRefused() {
    HttpResponse<byte[]> answer = gateway.get("/large", "Accept", "image/png");
    assertEquals(200, answer.statusCode());
    assertArrayEquals(object, answer.body());
    assertEquals(
        "500 {\"message\": \"Internal server error\"}",
        CloudFixture.line(gateway.get("/larger", "Accept", "image/png")));
    assertTrue(digest.matches("[0-9a-f]{64}"), digest);
  }
}
