package io.gatemason.runtime.transport;

/**
 * Where to connect. {@code host} and {@code port} are dialled; {@code tlsName} is the name that the
 * backend's certificate has to bear, which differs from {@code host} behind a VPC link.
 */
public record BackendAddress(
    boolean tls, String host, int port, String tlsName, boolean anyIssuer) {

  /** Asked for at every call. */
  @Override
  public int hashCode() {
    return 31 * host.hashCode() + port;
  }
}
