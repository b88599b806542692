package io.gatemason.runtime.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.transport.ScriptedBackend;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls of http_proxy that one side breaks off, or in which the client runs ahead. */
@Timeout(60)
final class HttpProxyHangUpTest extends HttpProxyCalls {
  @Test
  void aLongBodyThatBreaksOffNeverLooksComplete() {
    String half = "x".repeat(300_000);
    String declared =
        gateway(
                Map.of(),
                ApiInfo.builder("api1", "").binaryMediaTypes("*/*").build(),
                answering("HTTP/1.1 200 OK\r\nContent-Length: 900000\r\n\r\n" + half))
            .get("/");
    assertTrue(declared.startsWith("HTTP/1.1 200") || declared.startsWith("HTTP/1.1 504"));
    if (declared.startsWith("HTTP/1.1 200")) {
      assertTrue(headerLines(declared).contains("content-length: 900000"));
      assertTrue(declared.length() < 900_000);
    }
    String chunked =
        gateway(
                answering(
                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n493e0\r\n"
                        + half
                        + "\r\n"))
            .get("/");
    assertTrue(chunked.startsWith("HTTP/1.1 200"), chunked.substring(0, 200));
    assertFalse(chunked.endsWith("0\r\n\r\n"), "the client cannot tell that a part is missing");
  }

  @Test
  void aClientThatHangsUpEndsTheCallOfTheBackend() throws Exception {
    CountDownLatch hungUp = new CountDownLatch(1);
    ScriptedBackend backend =
        new ScriptedBackend(
            connection -> {
              String request = connection.readRequest();
              if (request.startsWith("GET /second ")) {
                connection.send(HI);
                return;
              }
              connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
              try {
                while (true) {
                  connection.send("2710\r\n" + "x".repeat(10_000) + "\r\n");
                }
              } finally {
                hungUp.countDown();
              }
            });
    opened.add(backend);
    GatewayFixture gateway = gateway(backend);
    try (Socket client = gateway.connect()) {
      gateway.write(client, "GET /first HTTP/1.1", "", "");
      assertTrue(GatewayFixture.readHead(client.getInputStream()).startsWith("HTTP/1.1 200"));
    }
    assertTrue(hungUp.await(10, TimeUnit.SECONDS));
    assertStatus(200, "hi", gateway.get("/second"));
  }

  /** Once while the backend has not answered at all, once in the middle of its answer. */
  @ParameterizedTest
  @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"})
  void aClientThatHangsUpEndsTheWaitForASilentBackend(String soFar) throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch hungUp = new CountDownLatch(1);
    String sent = soFar + (soFar.isEmpty() ? "" : "x".repeat(70_000));
    ScriptedBackend backend = fallingSilent(sent, asked, hungUp);
    GatewayFixture gateway = gateway(backend);
    try (Socket client = gateway.connect()) {
      gateway.write(client, "POST /first HTTP/1.1", "", "body");
      assertTrue(asked.await(10, TimeUnit.SECONDS));
    }
    assertTrue(hungUp.await(10, TimeUnit.SECONDS));
  }

  @Test
  void anHttp2ClientThatHangsUpEndsTheWaitToo() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch hungUp = new CountDownLatch(1);
    ScriptedBackend backend = fallingSilent("", asked, hungUp);
    URI uri;
    try (Socket socket = gateway(backend).connect()) {
      uri = URI.create("http://127.0.0.1:" + socket.getPort() + "/first");
    }
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
      CompletableFuture<?> answer =
          client.sendAsync(
              HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
      assertTrue(asked.await(10, TimeUnit.SECONDS));
      client.shutdownNow();
      assertThrows(ExecutionException.class, () -> answer.get(10, TimeUnit.SECONDS));
    }
    assertTrue(hungUp.await(10, TimeUnit.SECONDS));
  }

  @Test
  void aClientThatSendsItsNextRequestEarlyGetsBothAnswers() throws Exception {
    ScriptedBackend backend =
        new ScriptedBackend(
            connection -> {
              for (String request = connection.readRequest();
                  !request.isEmpty();
                  request = connection.readRequest()) {
                connection.pause(350);
                connection.send("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n");
                connection.send(request.substring(request.length() - 4));
              }
            });
    opened.add(backend);
    try (Socket client = gateway(backend).connect()) {
      for (String body : List.of("abcd", "efgh", "ijkl")) {
        client
            .getOutputStream()
            .write(
                ("POST /first HTTP/1.1\r\nHost: gateway\r\nContent-Length: 4\r\n\r\n" + body)
                    .getBytes(StandardCharsets.ISO_8859_1));
      }
      for (String body : List.of("abcd", "efgh", "ijkl")) {
        assertStatus(200, body, GatewayFixture.readAnswer(client.getInputStream()));
      }
    }
  }

  /**
   * What follows on chunks that have been passed on already, and is none; the client ends there.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "+3\r\nabc\r\n0\r\n\r\n",
        "3\r\nabcde\r\n0\r\n\r\n",
        "3\nabc\n0\n\n",
        "3\r\nab",
        "0\r\nGET /smuggled HTTP/1.1\r\nHost: gateway\r\n\r\n",
        "0x0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: gateway\r\n\r\n",
        "00000000000000000000\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: gateway\r\n\r\n"
      })
  void anUploadThatBreaksOffNeverLooksComplete(String rest) throws Exception {
    BlockingQueue<String> received = new LinkedBlockingQueue<>();
    ScriptedBackend backend =
        new ScriptedBackend(connection -> received.add(connection.read(Integer.MAX_VALUE)));
    opened.add(backend);
    String sound = "11170\r\n" + "x".repeat(0x11170) + "\r\n";
    try (Socket client = gateway(backend).connect()) {
      client
          .getOutputStream()
          .write(
              ("POST /first HTTP/1.1\r\nHost: gateway\r\nTransfer-Encoding: chunked\r\n\r\n"
                      + sound
                      + rest)
                  .getBytes(StandardCharsets.ISO_8859_1));
      client.shutdownOutput();
      String sent = received.poll(10, TimeUnit.SECONDS);
      assertNotNull(sent, "the backend still waits");
      assertTrue(sent.startsWith("POST /first HTTP/1.1\r\n"), sent.substring(0, 40));
      assertFalse(sent.endsWith("\r\n0\r\n\r\n"), "the backend cannot tell that it broke off");
      assertFalse(sent.contains("smuggled"));
    }
    assertEquals(1, backend.connections());
  }

  private ScriptedBackend fallingSilent(String sent, CountDownLatch asked, CountDownLatch hungUp) {
    ScriptedBackend backend =
        new ScriptedBackend(
            connection -> {
              connection.readRequest();
              connection.send(sent);
              asked.countDown();
              try {
                connection.holdOpen();
              } finally {
                hungUp.countDown();
              }
            });
    opened.add(backend);
    return backend;
  }
}
