package io.gatemason.maven.it;

import java.io.Closeable;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A service in a process of its own, on a free port; its output goes to a file. */
public class Service implements Closeable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final Process process;
  private final Path output;
  private final int port;

  Service(List<String> command, Path folder, int port) throws IOException {
    this.port = port;
    this.output = folder.resolve("service-" + port + ".log");
    this.process =
        new ProcessBuilder(new ArrayList<>(command))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Status and body of the answer to a GET, joined by a space. */
  public String get(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .timeout(Duration.ofSeconds(10))
            .build();
    HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
    return response.statusCode() + " " + response.body();
  }

  /** As {@link #get(String)}, of one of several hosts, which the client would not let us name. */
  public String get(String host, String path) throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      socket.setSoTimeout(10_000);
      String request = "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n";
      socket
          .getOutputStream()
          .write(request.formatted(path, host).getBytes(StandardCharsets.US_ASCII));
      String answer =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      int body = answer.indexOf("\r\n\r\n");
      if (body < 0) {
        throw new IOException("no answer: " + answer);
      }
      return answer.split(" ", 3)[1] + " " + answer.substring(body + 4);
    }
  }

  /** Waits until a GET is answered so. */
  public void await(String path, String answer) throws IOException, InterruptedException {
    await("localhost", path, answer);
  }

  /** Waits until a GET of one of several hosts is answered so. */
  public void await(String host, String path, String answer)
      throws IOException, InterruptedException {
    String last = "";
    for (Instant end = Instant.now().plus(PATIENCE); Instant.now().isBefore(end); pause()) {
      try {
        last = get(host, path);
        if (last.equals(answer)) {
          return;
        }
      } catch (IOException e) {
        last = e.toString();
      }
    }
    throw new AssertionError(path + " was last answered: " + last + "\n" + output());
  }

  /** Waits until any answer comes. */
  Service awaitStart() throws IOException, InterruptedException {
    for (Instant end = Instant.now().plus(PATIENCE); Instant.now().isBefore(end); pause()) {
      try {
        get("/");
        return this;
      } catch (IOException e) {
        if (!process.isAlive()) {
          break;
        }
      }
    }
    close();
    throw new AssertionError("The service does not answer.\n" + output());
  }

  /** Waits until its output contains a text. */
  public void awaitLine(String text) throws IOException, InterruptedException {
    for (Instant end = Instant.now().plus(PATIENCE); Instant.now().isBefore(end); pause()) {
      if (output().contains(text)) {
        return;
      }
    }
    throw new AssertionError("There is no \"" + text + "\" in:\n" + output());
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        throw new AssertionError("The service does not end.");
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void pause() throws IOException, InterruptedException {
    if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
      throw new AssertionError("The service ended.\n" + output());
    }
  }

  private String output() throws IOException {
    return Files.readString(output, StandardCharsets.UTF_8);
  }
}
