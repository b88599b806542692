package io.gatemason.runtime.client;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A request of a client as the exchange reads it, whatever version of HTTP it came over. Its target
 * and fields follow the grammar of HTTP. Belongs to the thread that serves the request.
 */
public interface ClientRequest {

  /** The verb as sent. */
  String method();

  /** The path of the target as sent; of a whole URL what follows the host. */
  String path();

  /** The query as sent, "" if there is none. */
  String rawQuery();

  /** The length of the target as sent, in bytes. */
  int targetLength();

  /** Protocol and version, such as {@code HTTP/1.1}. */
  String protocol();

  /** Whether several requests share the connection at the same time. */
  boolean http2();

  /** The host that the client asked, with its port if it named one; "" if it named none. */
  String authority();

  /** The header fields. */
  RequestFields fields();

  /** The length of the body in bytes, 0 without one, -1 if the client did not declare it. */
  long bodyLength();

  /**
   * The body as it is on the wire without its framing; always the same stream. Reading it may tell
   * the client to send it. A body that breaks off throws an {@link java.io.IOException}, one that
   * is longer than the gateway takes a {@link io.gatemason.runtime.payload.BodyTooLongException},
   * one whose end cannot be found a {@link io.gatemason.runtime.payload.MalformedBodyException}.
   */
  InputStream body();

  /** Whether the request came over TLS to this process. */
  boolean secure();

  /** The address of this process that the request came to. */
  String localAddress();

  /** TLS of the connection to this process, null if there is none. */
  @Nullable ClientTls tls();

  /** The port of this process that the request came to. */
  int localPort();

  /** The address of the TCP peer. */
  String clientAddress();

  /** The connection that the request came over. */
  ClientLine line();
}
