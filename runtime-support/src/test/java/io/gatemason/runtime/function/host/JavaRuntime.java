package io.gatemason.runtime.function.host;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * A function with its runtime in one: a client of the Runtime API that the tests start as a process
 * of its own. The event is a JSON string and says what to do.
 */
public final class JavaRuntime {
  private static final String API =
      "http://" + System.getenv("AWS_LAMBDA_RUNTIME_API") + "/2018-06-01/runtime/";
  private static final String NEXT = "invocation/next";

  private JavaRuntime() {}

  /** Runs until the Runtime API is gone; the arguments say how to initialise. */
  public static void main(String[] args) throws IOException {
    String init = args.length == 0 ? "" : args[0];
    if (init.equals("exit")) {
      System.exit(7);
    }
    if (init.equals("fail")) {
      System.out.println(post("init/error", "{\"errorMessage\":\"no\",\"errorType\":\"Init\"}"));
      System.exit(1);
    }
    if (init.startsWith("hold")) {
      hold(init.substring(4));
    }
    System.out.println("initialised");
    while (true) {
      serve();
    }
  }

  private static void serve() throws IOException {
    HttpURLConnection next = connect(NEXT);
    String event = text(next.getInputStream());
    String id = header(next, "Lambda-Runtime-Aws-Request-Id");
    String[] words = event.substring(1, event.length() - 1).split(" ", -1);
    String argument = words[words.length - 1];
    switch (words[0]) {
      case "fail" -> post(path(id, "error"), "{\"errorMessage\":\"" + argument + "\"}");
      case "exit" -> System.exit(Integer.parseInt(argument));
      case "big" -> respond(id, "x".repeat(Integer.parseInt(argument)));
      case "hold" -> respond(id, hold(argument));
      case "child" -> respond(id, String.valueOf(child(argument)));
      case "print" -> {
        System.out.println("out " + argument + "\rforged");
        System.err.print("err without end");
        respond(id, "printed");
      }
      case "env" -> respond(id, String.valueOf(System.getenv(argument)));
      case "folder" -> respond(id, System.getProperty("user.dir"));
      case "header" -> respond(id, header(next, argument));
      case "pid" -> respond(id, String.valueOf(ProcessHandle.current().pid()));
      case "misuse" -> respond(id, misuse(id));
      default -> throw new IllegalArgumentException(event);
    }
  }

  /** The statuses of calls that the API has to refuse while an invocation runs. */
  private static String misuse(String id) throws IOException {
    return connect(NEXT).getResponseCode()
        + " "
        + post("init/error", "{}")
        + " "
        + post(path("another", "response"), "1")
        + " "
        + post(path(id, "else"), "1")
        + " "
        + post("unknown", "1")
        + " "
        + connect(path(id, "response")).getResponseCode();
  }

  /** Connects to a port of the test, and goes on when that sends a byte. */
  private static String hold(String port) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(port))) {
      return "held " + socket.getInputStream().read();
    }
  }

  private static long child(String port) throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-cp",
            System.getProperty("java.class.path"),
            JavaRuntime.class.getName(),
            "hold" + port)
        .start()
        .pid();
  }

  private static void respond(String id, String text) throws IOException {
    post(path(id, "response"), "\"" + text + "\"");
  }

  private static String path(String id, String kind) {
    return "invocation/" + id + "/" + kind;
  }

  private static int post(String path, String body) throws IOException {
    HttpURLConnection connection = connect(path);
    connection.setRequestMethod("POST");
    connection.setDoOutput(true);
    connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    return connection.getResponseCode();
  }

  private static HttpURLConnection connect(String path) throws IOException {
    return (HttpURLConnection) URI.create(API + path).toURL().openConnection();
  }

  private static String header(HttpURLConnection connection, String name) {
    return String.valueOf(connection.getHeaderField(name));
  }

  private static String text(InputStream stream) throws IOException {
    try (stream) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
