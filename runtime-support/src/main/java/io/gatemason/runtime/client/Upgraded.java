package io.gatemason.runtime.client;

/** What is spoken over a connection after its client and the gateway have agreed upon it. */
public interface Upgraded {

  /** The name of the protocol, as the header Upgrade has it. */
  String protocol();

  /** Speaks until the connection ends; called once, by the thread that serves the connection. */
  void speak(ClientStream stream);

  /** The connection is closed; called once, after {@link #speak}, by the same thread. */
  void ended();

  /** The service stops: tells the client so. Safe for concurrent use. */
  void announceStop();
}
