package io.gatemason.benchmarks.gateway;

import io.gatemason.benchmarks.load.Duel;
import io.gatemason.benchmarks.load.LoadProcess;
import io.gatemason.benchmarks.peer.Backend;
import io.gatemason.benchmarks.peer.BareProxy;
import io.gatemason.benchmarks.process.ServerUnderTest;
import io.gatemason.benchmarks.table.Goal;
import io.gatemason.benchmarks.table.Outcome;
import io.gatemason.benchmarks.table.Row;
import io.gatemason.benchmarks.table.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The comparison of {@link ProxyRow} with clients over TLS, both sides with one certificate. */
public final class TlsProxyRow implements Row {

  @Override
  public String id() {
    return "proxy-tls";
  }

  @Override
  public List<Outcome> measure(Run run) throws Exception {
    Gateways gateways = Gateways.of(run, id());
    Path keys = keys(Files.createDirectories(gateways.folder()).resolve("keys.p12"));
    try (ServerUnderTest backend = gateways.backend(Backend.class)) {
      gateways.build(OrdersDocuments.proxies(1, backend.port()));
      try (ServerUnderTest ours = gateways.startedWithTls(keys);
          ServerUnderTest peer =
              gateways.own(
                  "bare", BareProxy.class, String.valueOf(backend.port()), keys.toString());
          LoadProcess load = gateways.load()) {
        Duel duel = gateways.ofProxies(load, 1, backend.port(), LoadProcess.TLS);
        return List.of(
            duel.measure(
                "`http_proxy` against a bare Helidon proxy, both over TLS",
                ours,
                peer,
                Goal.atLeast(0.85)));
      }
    }
  }

  private static Path keys(Path file) throws IOException, InterruptedException {
    Files.deleteIfExists(file);
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "it",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                BareProxy.PASSWORD)
            .inheritIO()
            .start();
    if (keytool.waitFor() != 0) {
      throw new IOException("keytool made no certificate");
    }
    return file;
  }
}
