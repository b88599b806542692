package io.gatemason.runtime.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many connections on which nothing happens, of a client in a process of its own. {@code
 * -Dgatemason.idle-connections=10000} is the long form.
 */
@Timeout(300)
class IdleConnectionsTest {
  private static final int COUNT = Integer.getInteger("gatemason.idle-connections", 500);
  private static final int AT_ONCE = 64;
  private static final long MOST_BYTES = 40 * 1024;

  @TempDir Path folder;

  @Test
  void takeLittleOfTheHeapAndAreReached() throws Exception {
    try (SocketProcess gateway =
        SocketProcess.start(
            folder.resolve("gateway.log"),
            new LinkedBlockingQueue<>(),
            "-Xmx1g",
            "-Dgateway.listener.connections=" + (COUNT + AT_ONCE + 10))) {
      RawSocket.open(gateway.port()).close();
      long before = gateway.heap();
      Process clients =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-XX:+UseSerialGC",
                  "-cp",
                  System.getProperty("java.class.path"),
                  IdleConnectionsTest.class.getName(),
                  Integer.toString(gateway.port()),
                  Integer.toString(COUNT))
              .redirectError(Redirect.appendTo(folder.resolve("clients.log").toFile()))
              .start();
      try (BufferedReader output =
          new BufferedReader(
              new InputStreamReader(clients.getInputStream(), StandardCharsets.US_ASCII))) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
          ids.add(String.valueOf(output.readLine()));
        }
        long each = (gateway.heap() - before) / COUNT;
        System.out.printf("%d idle connections: %d bytes of heap each%n", COUNT, each);
        assertTrue(each <= MOST_BYTES, each + " bytes each");
        postToAll(gateway.port(), ids);
        assertEquals("all " + COUNT, output.readLine());
      } finally {
        clients.destroyForcibly().waitFor();
      }
    }
  }

  private static void postToAll(int port, List<String> ids) throws Exception {
    Semaphore places = new Semaphore(AT_ONCE);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      List<Future<Integer>> answers = new ArrayList<>();
      for (String id : ids) {
        places.acquire();
        answers.add(
            threads.submit(
                () -> {
                  try {
                    return post(client, port, id);
                  } finally {
                    places.release();
                  }
                }));
      }
      for (Future<Integer> answer : answers) {
        assertEquals(200, answer.get());
      }
    }
  }

  private static int post(HttpClient client, int port, String id)
      throws IOException, InterruptedException {
    String path = "/dev/@connections/" + URLEncoder.encode(id, StandardCharsets.UTF_8);
    return client
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .POST(HttpRequest.BodyPublishers.ofString("to " + id))
                .build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  /** The clients: opens connections, says their ids, and then how many got their message. */
  public static void main(String[] args) throws Exception {
    int port = Integer.parseInt(args[0]);
    int count = Integer.parseInt(args[1]);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> told = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        RawSocket socket = RawSocket.open(port);
        socket.waitLong();
        socket.text("who");
        String id = socket.message();
        System.out.println(id);
        told.add(threads.submit(() -> socket.message().equals("to " + id)));
      }
      int right = 0;
      for (Future<Boolean> each : told) {
        right += each.get() ? 1 : 0;
      }
      System.out.println("all " + right);
    }
  }
}
