package io.gatemason.runtime.store.redis;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import redis.embedded.RedisServer;

/** A Redis server of the test's own, without files. */
public final class RedisFixture implements AutoCloseable {
  private final int port;
  private RedisServer server;

  public RedisFixture() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    server = started();
  }

  public RedisSettings settings(boolean refuse) {
    return new RedisSettings(List.of(uri()), "", "", Duration.ofMillis(500), "test", refuse);
  }

  public URI uri() {
    return URI.create("redis://127.0.0.1:" + port);
  }

  /** Ends the server without mercy; what it knew is lost. */
  public void kill() throws IOException {
    server.stop();
  }

  /** Starts an empty server at the same address. */
  public void restart() throws IOException {
    server = started();
  }

  private RedisServer started() throws IOException {
    RedisServer made =
        RedisServer.newRedisServer()
            .port(port)
            .bind("127.0.0.1")
            .setting("save \"\"")
            .setting("appendonly no")
            .onShutdownForceStop(true)
            .build();
    made.start();
    return made;
  }

  @Override
  public void close() throws IOException {
    server.stop();
  }
}
