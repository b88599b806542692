package io.gatemason.runtime.generated;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.gatemason.generator.GenerationRequest;
import io.gatemason.runtime.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A generated HTTP API with its surroundings: one server that is its backend, the service that
 * invokes its functions, and the issuer of its tokens. Requests are bytes on a connection, so that
 * they may be what no client would send.
 */
final class HttpApiService implements AutoCloseable {
  private static final String INVOCATION = "/2015-03-31/functions/";

  /** Signs without looking at this machine's credentials. */
  static {
    System.setProperty("aws.accessKeyId", "AKIDEXAMPLE");
    System.setProperty("aws.secretAccessKey", "topsecret");
  }

  /** A request that the surroundings got. */
  record Seen(String target, Map<String, List<String>> headers, String body) {

    /** The values of a header, joined by a bar; empty text where there is none. */
    String header(String name) {
      return String.join(
          "|", headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), List.of()));
    }

    JsonNode json() {
      return Json.read(body);
    }
  }

  private final HttpServer surroundings;
  private final BlockingQueue<Seen> seen = new LinkedBlockingQueue<>();
  private final Map<String, String> results = new ConcurrentHashMap<>();
  private final Map<String, String> documents = new ConcurrentHashMap<>();
  private final GeneratedService service;

  /**
   * Starts it.
   *
   * @param folder where sources and classes go
   * @param document the API's, or a template, with {@code BACKEND} in place of the address of its
   *     surroundings
   */
  HttpApiService(Path folder, String document, Map<String, String> settings) throws Exception {
    surroundings = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    surroundings.createContext("/", this::answer);
    surroundings.start();
    Path source = folder.resolve("api").resolve("api.yaml");
    Files.createDirectories(source.getParent());
    Files.writeString(source, document.replace("BACKEND", url()));
    Map<String, String> all = new HashMap<>(settings);
    all.put("gateway.aws.endpoint-urls.lambda", url());
    GenerationRequest request =
        GenerationRequest.of(
            source.getParent(), folder.resolve("generated"), "com.example.gateway");
    io.gatemason.generator.GenerationResult result =
        io.gatemason.generator.Generator.generate(request);
    List<String> errors =
        result.diagnostics().stream()
            .filter(d -> d.severity() == io.gatemason.generator.diagnostics.Severity.ERROR)
            .map(Object::toString)
            .toList();
    if (!errors.isEmpty()) {
      throw new IllegalStateException(errors.toString());
    }
    service = GeneratedService.startGenerated(request, folder.resolve("classes"), all);
  }

  /** The address of the surroundings. */
  String url() {
    return "http://127.0.0.1:" + surroundings.getAddress().getPort();
  }

  /** What a function returns from now on; a text that begins with {@code !} is an error. */
  void returns(String function, String json) {
    results.put(function, json);
  }

  /** A document below the address of the surroundings. */
  void document(String path, String json) {
    documents.put(path, json);
  }

  /** The next request that reached the surroundings. */
  Seen seen() throws InterruptedException {
    Seen next = seen.poll(10, TimeUnit.SECONDS);
    if (next == null) {
      throw new IllegalStateException("nothing came");
    }
    return next;
  }

  /** Whether nothing reached the surroundings that was not asked for. */
  boolean nothingSeen() {
    return seen.isEmpty();
  }

  void forget() {
    seen.clear();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String target = exchange.getRequestURI().toString();
    Map<String, List<String>> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) ->
                headers.put(name.toLowerCase(java.util.Locale.ROOT), new ArrayList<>(values)));
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String document = documents.get(target);
    int status = 200;
    String text = document == null ? "echo" : document;
    if (document == null) {
      seen.add(new Seen(target, headers, body));
    }
    if (target.startsWith(INVOCATION)) {
      String arn = target.substring(INVOCATION.length()).replaceAll("/invocations.*", "");
      String name = arn.substring(Math.max(arn.lastIndexOf(':'), arn.lastIndexOf("%3A") + 2) + 1);
      text = results.getOrDefault(name, "{\"statusCode\": 200, \"body\": \"hi\"}");
      if (text.startsWith("!")) {
        exchange.getResponseHeaders().add("X-Amz-Function-Error", "Unhandled");
        text = text.substring(1);
      }
    } else if (document == null) {
      for (String each : headers.getOrDefault("x-answer", List.of())) {
        String[] parts = each.split(": ", 2);
        if (parts[0].equals("status")) {
          status = Integer.parseInt(parts[1]);
        } else {
          exchange.getResponseHeaders().add(parts[0], parts[1]);
        }
      }
      if (headers.containsKey("x-body")) {
        text = headers.get("x-body").get(0);
      }
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /** The answer to a request, head and body, in Latin-1. */
  String send(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  /** The same for a request line, header lines and a body. */
  String send(String line, String headers, String body) throws IOException {
    return send(
        line
            + " HTTP/1.1\r\nHost: api.example.com\r\nConnection: close\r\n"
            + headers.lines().map(each -> each + "\r\n").reduce("", String::concat)
            + (body.isEmpty() ? "" : "Content-Length: " + body.length() + "\r\n")
            + "\r\n"
            + body);
  }

  /** Status and body. */
  static String brief(String answer) {
    int end = answer.indexOf("\r\n\r\n");
    return answer.substring(9, 12) + " " + answer.substring(end + 4);
  }

  /** The values of a header of an answer, joined by a bar. */
  static String header(String answer, String name) {
    return answer
        .substring(0, answer.indexOf("\r\n\r\n"))
        .lines()
        .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith(name + ":"))
        .map(line -> line.substring(name.length() + 1).strip())
        .reduce((a, b) -> a + "|" + b)
        .orElse("");
  }

  @Override
  public void close() throws IOException {
    service.close();
    surroundings.stop(0);
  }
}
