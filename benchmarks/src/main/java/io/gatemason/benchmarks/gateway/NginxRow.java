package io.gatemason.benchmarks.gateway;

import io.gatemason.benchmarks.load.LoadProcess;
import io.gatemason.benchmarks.peer.Backend;
import io.gatemason.benchmarks.process.ServerUnderTest;
import io.gatemason.benchmarks.table.Goal;
import io.gatemason.benchmarks.table.Outcome;
import io.gatemason.benchmarks.table.Row;
import io.gatemason.benchmarks.table.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** An http_proxy method against nginx in front of the same backend. */
public final class NginxRow implements Row {
  private static final String WHAT = "`http_proxy` against nginx with two workers";
  private static final List<Path> NGINX =
      List.of(Path.of("/usr/sbin/nginx"), Path.of("/usr/local/sbin/nginx"));

  @Override
  public String id() {
    return "nginx";
  }

  @Override
  public List<Outcome> measure(Run run) throws IOException, TimeoutException {
    Path nginx = NGINX.stream().filter(Files::isExecutable).findFirst().orElse(null);
    if (nginx == null) {
      return List.of(Outcome.skipped(WHAT, "there is none in " + NGINX));
    }
    Gateways gateways = Gateways.of(run, id());
    try (ServerUnderTest backend = gateways.backend(Backend.class);
        ServerUnderTest ours = gateways.generated(OrdersDocuments.proxies(1, backend.port()));
        ServerUnderTest peer = start(nginx, gateways.folder(), backend.port());
        LoadProcess load = gateways.load()) {
      return List.of(
          gateways
              .ofProxies(load, 1, backend.port())
              .measure(WHAT, ours, peer, Goal.atLeast(0.75)));
    }
  }

  private static ServerUnderTest start(Path nginx, Path folder, int backendPort)
      throws IOException, TimeoutException {
    Path prefix = Files.createDirectories(folder.resolve("peer")).toAbsolutePath();
    return ServerUnderTest.program(
        port -> {
          Path file =
              Files.writeString(prefix.resolve("nginx.conf"), configuration(port, backendPort));
          return List.of(
              nginx.toString(), "-p", prefix.toString(), "-e", "error.log", "-c", file.toString());
        },
        folder.resolve("nginx.log"));
  }

  /** As many workers as the machine of the goals has processors, connections kept on both sides. */
  private static String configuration(int port, int backendPort) {
    return """
    daemon off;
    worker_processes 2;
    pid nginx.pid;
    events {
      worker_connections 1024;
    }
    http {
      access_log off;
      client_body_temp_path body;
      proxy_temp_path proxy;
      fastcgi_temp_path fastcgi;
      uwsgi_temp_path uwsgi;
      scgi_temp_path scgi;
      keepalive_requests 1000000000;
      upstream orders {
        server 127.0.0.1:%d;
        keepalive 64;
      }
      server {
        listen 127.0.0.1:%d;
        location /orders/ {
          proxy_pass http://orders;
          proxy_http_version 1.1;
          proxy_set_header Connection "";
          proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
        }
      }
    }
    """
        .formatted(backendPort, port);
  }
}
