package io.gatemason.runtime.server;

import io.gatemason.runtime.client.ClientAnswer;
import io.gatemason.runtime.client.ClientRequest;
import io.gatemason.runtime.server.wire.RequestHandler;

/**
 * Has requests answered by the version of a service that is in force when they come. Safe for
 * concurrent use.
 */
final class CurrentVersion implements RequestHandler {
  private volatile ServiceVersion version;

  CurrentVersion(ServiceVersion first) {
    this.version = first;
  }

  @Override
  public void handle(ClientRequest request, ClientAnswer answer) {
    while (!version.handles(request, answer)) {
      Thread.onSpinWait();
    }
  }

  void set(ServiceVersion next) {
    version = next;
  }
}
