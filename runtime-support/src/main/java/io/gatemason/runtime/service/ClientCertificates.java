package io.gatemason.runtime.service;

import io.gatemason.runtime.clock.Ticker;
import io.gatemason.runtime.integration.HttpBackend;
import io.gatemason.runtime.pem.KeyFiles;
import io.gatemason.runtime.transport.VpcLinks;
import io.helidon.config.Config;
import java.util.HashMap;
import java.util.Map;

/**
 * The certificates that stages show to their backends, each with connections of its own
 * (docs/behaviour/integrations.md#client-certificates). Safe for concurrent use.
 */
final class ClientCertificates implements AutoCloseable {
  private final VpcLinks vpcLinks;
  private final Map<String, CertificateClient> clients = new HashMap<>();

  ClientCertificates(VpcLinks vpcLinks) {
    this.vpcLinks = vpcLinks;
  }

  /**
   * Calls backends for a stage.
   *
   * @param stage its settings
   * @param without what calls them where it has no certificate
   * @throws IllegalArgumentException if its files cannot be used
   */
  synchronized HttpBackend of(Config config, Config stage, HttpBackend without) {
    Config node = stage.get("client-certificate");
    KeyFiles files =
        KeyFiles.of(node.key().toString(), name -> node.get(name).asString().asOptional());
    if (!files.isNamed()) {
      return without;
    }
    CertificateClient client =
        clients.computeIfAbsent(
            files.names(), names -> new CertificateClient(config, files, Ticker.system()));
    return new HttpBackend(client, vpcLinks);
  }

  @Override
  public synchronized void close() {
    clients.values().forEach(CertificateClient::close);
  }
}
