package io.gatemason.runtime.transport;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/** A backend on the loopback interface that sends the bytes it is told to, HTTP or not. */
public final class ScriptedBackend implements AutoCloseable {
  /** What happens on one connection; the connection is closed when it returns. */
  public interface Script {
    void play(Connection connection) throws IOException;
  }

  private final ServerSocket listener;
  private final Script script;
  private final AtomicInteger connections = new AtomicInteger();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closed = new CountDownLatch(1);

  public ScriptedBackend(Script script) {
    this(ServerSocketFactory.getDefault(), script);
  }

  public ScriptedBackend(ServerSocketFactory sockets, Script script) {
    this.script = script;
    try {
      listener = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  /** Answers requests for {@code /first} with the canned text, all others in order. */
  public static ScriptedBackend canned(String first, boolean thenClose) {
    return new ScriptedBackend(
        connection -> {
          for (String request = connection.readRequest();
              !request.isEmpty();
              request = connection.readRequest()) {
            if (request.startsWith("GET /first ")) {
              connection.send(first);
              if (thenClose) {
                return;
              }
            } else {
              connection.send("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsecond");
            }
          }
        });
  }

  public int port() {
    return listener.getLocalPort();
  }

  public String url() {
    return "http://127.0.0.1:" + port();
  }

  /** How many connections were opened. */
  public int connections() {
    return connections.get();
  }

  /** The requests as they came, in ISO-8859-1. */
  public List<String> requests() {
    return requests;
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        socket.setTcpNoDelay(
            true); // What a script sends arrives, not with the next acknowledgement.
        connections.incrementAndGet();
        open.add(socket);
        Thread.ofVirtual().start(() -> play(socket));
      } catch (IOException e) {
        if (!listener.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void play(Socket socket) {
    try (socket) {
      script.play(new Connection(socket));
    } catch (IOException gatewayHungUp) {
      // Most scripts provoke it.
    } finally {
      open.remove(socket);
    }
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      listener.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One connection as its script sees it. */
  public final class Connection {
    private final Socket socket;
    private final InputStream input;

    private Connection(Socket socket) throws IOException {
      this.socket = socket;
      this.input = socket.getInputStream();
    }

    /** The next request with its body, "" at the end of the connection. */
    public String readRequest() throws IOException {
      String head = readHead();
      if (head.isEmpty()) {
        return "";
      }
      String lower = head.toLowerCase(java.util.Locale.ROOT);
      String body = "";
      int declared = lower.indexOf("\r\ncontent-length: ");
      if (declared >= 0) {
        int start = declared + 18;
        int length = Integer.parseInt(lower.substring(start, lower.indexOf('\r', start)).strip());
        body = new String(input.readNBytes(length), StandardCharsets.ISO_8859_1);
      } else if (lower.contains("\r\ntransfer-encoding: chunked")) {
        body = readUntil("0\r\n\r\n");
        if (body.isEmpty()) {
          return "";
        }
      }
      requests.add(head + body);
      return head + body;
    }

    /** The next request without its body, "" at the end of the connection. */
    public String readHead() throws IOException {
      return readUntil("\r\n\r\n");
    }

    /** Reads the body that {@code head} announces and forgets it; false if it ends early. */
    boolean skipBody(String head) throws IOException {
      int declared = head.indexOf("\r\nContent-Length: ");
      if (declared < 0) {
        for (int size = chunk(); size > 0; size = chunk()) {
          input.skipNBytes(size + 2);
        }
        return !readUntil("\r\n").isEmpty();
      }
      int start = declared + 18;
      int length = Integer.parseInt(head.substring(start, head.indexOf('\r', start)));
      return input.readNBytes(length).length == length;
    }

    private int chunk() throws IOException {
      String line = readUntil("\r\n");
      if (line.isEmpty()) {
        throw new EOFException();
      }
      return Integer.parseInt(line.strip(), 16);
    }

    /** So many bytes, or as many as there are. */
    public String read(int count) throws IOException {
      return new String(input.readNBytes(count), StandardCharsets.ISO_8859_1);
    }

    private String readUntil(String end) throws IOException {
      ByteArrayOutputStream read = new ByteArrayOutputStream();
      for (int b = input.read(); b >= 0; b = input.read()) {
        read.write(b);
        if (b == '\n' && read.toString(StandardCharsets.ISO_8859_1).endsWith(end)) {
          return read.toString(StandardCharsets.ISO_8859_1);
        }
      }
      return "";
    }

    public void send(String latin1) throws IOException {
      socket.getOutputStream().write(latin1.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
    }

    /** Sends one byte at a time until all are sent or the backend is closed. */
    public void trickle(String latin1, int intervalMillis) throws IOException {
      for (char c : latin1.toCharArray()) {
        send(String.valueOf(c));
        if (pause(intervalMillis)) {
          return;
        }
      }
    }

    /** Waits; true if the backend was closed meanwhile. */
    public boolean pause(int millis) throws IOException {
      try {
        return closed.await(millis, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
    }

    /** Keeps the connection open, silent, until the gateway hangs up or the test ends. */
    public void holdOpen() throws IOException {
      while (input.read() >= 0) {
        // Whatever comes is ignored.
      }
    }

    /** Closes the connection with a reset. */
    public void reset() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }
  }
}
