package io.gatemason.runtime.exchange;

import io.gatemason.runtime.client.ClientLine;
import io.gatemason.runtime.log.ExecutionLog;

/**
 * Something that a client asks of an API: an HTTP request, which is an {@link Exchange}, or a
 * message of a WebSocket. Whoever works for either takes a call. Belongs to the thread that serves
 * it.
 */
public interface Call {

  /** The API that answers, with its stage. */
  ApiInfo api();

  /** The identifiers of the call. */
  RequestIds ids();

  /** What is known about the call, {@code $context}. */
  ContextSlots context();

  /** The connection that the call came over. */
  ClientLine client();

  /** The limits in force. */
  Limits limits();

  /** What is measured of the call. */
  CallRecord record();

  /** The execution log of the call. */
  ExecutionLog log();

  /** The value of X-Amzn-Trace-Id, which backends are sent: the client's, or a new one. */
  String traceId();
}
