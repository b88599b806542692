package io.gatemason.sample;

import io.gatemason.runtime.server.GatewayServer;
import io.gatemason.runtime.server.GatewaySettings;
import io.gatemason.sample.gateway.Gateway;
import java.io.IOException;

/** Starts the pet backend and, in front of it, the generated gateway. */
public final class PetStore implements AutoCloseable {
  private static final String BACKEND_SETTING =
      "gateway.apis.petstore.stages.v1.variables.petBackend";

  private final PetBackend backend;
  private final GatewayServer gateway;

  private PetStore(PetBackend backend, GatewayServer gateway) {
    this.backend = backend;
    this.gateway = gateway;
  }

  /**
   * Runs until the process ends.
   *
   * @throws IOException if no port can be bound for the backend
   */
  public static void main(String[] args) throws IOException {
    start();
  }

  /**
   * Starts both; when this returns, both answer.
   *
   * @throws IOException if no port can be bound for the backend
   */
  static PetStore start() throws IOException {
    PetBackend backend = PetBackend.start();
    System.setProperty(BACKEND_SETTING, backend.address());
    return new PetStore(backend, Gateway.start(GatewaySettings.load()));
  }

  /** The gateway's port. */
  int port() {
    return gateway.port();
  }

  @Override
  public void close() {
    gateway.stop();
    backend.close();
  }
}
