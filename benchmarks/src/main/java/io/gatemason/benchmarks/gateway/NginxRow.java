package io.gatemason.benchmarks.gateway;

import io.gatemason.benchmarks.load.LoadProcess;
import io.gatemason.benchmarks.peer.Backend;
import io.gatemason.benchmarks.process.Processors;
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
  private static final List<Path> NGINX =
      List.of(Path.of("/usr/sbin/nginx"), Path.of("/usr/local/sbin/nginx"));

  private final boolean apart;

  private NginxRow(boolean apart) {
    this.apart = apart;
  }

  /** On the processors that load and backend use too, nginx with two workers. */
  public static Row beside() {
    return new NginxRow(false);
  }

  /** Each gateway alone on one processor, nginx with one worker, load and backend on the others. */
  public static Row apart() {
    return new NginxRow(true);
  }

  @Override
  public String id() {
    return apart ? "nginx-apart" : "nginx";
  }

  @Override
  public List<Outcome> measure(Run run) throws IOException, TimeoutException {
    String what =
        "`http_proxy` against nginx with "
            + (apart ? "one worker, each on its own processor" : "two workers");
    if (apart && !Processors.canBeSplit()) {
      return List.of(Outcome.skipped(what, Processors.SPLIT_NEEDS));
    }
    Path nginx = NGINX.stream().filter(Files::isExecutable).findFirst().orElse(null);
    if (nginx == null) {
      return List.of(Outcome.skipped(what, "there is none in " + NGINX));
    }
    Gateways gateways = apart ? Gateways.apart(run, id()) : Gateways.of(run, id());
    try (ServerUnderTest backend = gateways.backend(Backend.class);
        ServerUnderTest ours = gateways.generated(OrdersDocuments.proxies(1, backend.port()));
        ServerUnderTest peer = start(gateways, nginx, backend.port());
        LoadProcess load = gateways.load()) {
      return List.of(
          gateways
              .ofProxies(load, 1, backend.port())
              .measure(what, ours, peer, Goal.atLeast(0.75)));
    }
  }

  private ServerUnderTest start(Gateways gateways, Path nginx, int backendPort)
      throws IOException, TimeoutException {
    Path prefix = Files.createDirectories(gateways.folder().resolve("peer")).toAbsolutePath();
    return gateways.program(
        "nginx",
        port -> {
          Path file =
              Files.writeString(prefix.resolve("nginx.conf"), configuration(port, backendPort));
          return List.of(
              nginx.toString(), "-p", prefix.toString(), "-e", "error.log", "-c", file.toString());
        });
  }

  /** As many workers as the machine of the goals has processors, connections kept on both sides. */
  private String configuration(int port, int backendPort) {
    return """
    daemon off;
    worker_processes %d;
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
        .formatted(apart ? 1 : 2, backendPort, port);
  }
}
