package io.gatemason.runtime.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The ways in which a client can be slow. Each ends when the server cuts it. */
enum SlowClient {
  SAYS_NOTHING("", ""),
  DRIPS_A_HEAD("GET /dev/x HTTP/1.1\r\nHost: a\r\nA: ", "b"),
  STOPS_WITHIN_A_HEAD("GET /dev/x HTTP/1.1\r\nHost:", ""),
  STOPS_WITHIN_A_REQUEST_LINE("GET /dev", ""),
  DRIPS_A_REQUEST_LINE("GET /", "x"),
  STOPS_WITHIN_A_BODY("POST /dev/x HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\nabc", ""),
  DRIPS_A_BODY("POST /dev/x HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n", "b"),
  STOPS_WITHIN_A_CHUNK(
      "POST /dev/x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab", ""),
  DRIPS_CHUNKS(
      "POST /dev/x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n", "1\r\na\r\n"),
  DRIPS_AN_EXTENSION(
      "POST /dev/x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1;a", "b"),
  DRIPS_TRAILERS(
      "POST /dev/x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n", "A: b\r\n"),
  WAITS_FOR_A_WORD_AND_SENDS_NOTHING(
      "POST /dev/x HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 9\r\n\r\n", ""),
  DRIPS_THE_REST_OF_A_REFUSED_BODY(
      "POST /nowhere HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n", "b"),
  DRIPS_BEHIND_A_REFUSED_REQUEST("GET /dev/x HTTP/1.1\r\nA B: c\r\n\r\n", "b"),
  IS_IDLE_AFTER_A_REQUEST("GET /dev/x HTTP/1.1\r\nHost: a\r\n\r\n", ""),
  STOPS_WITHIN_THE_SECOND_REQUEST(
      "GET /dev/x HTTP/1.1\r\nHost: a\r\n\r\nGET /dev/x HTTP/1.1\r\n", ""),
  STOPS_WITHIN_THE_PREFACE("PRI * HTTP/2.0\r\n", ""),
  IS_IDLE_OVER_HTTP_2(h2(""), ""),
  STOPS_WITHIN_A_FRAME(h2("\0\0\u0008\u0006\0\0\0\0\0abc"), ""),
  STOPS_WITHIN_A_HEADER_BLOCK(h2("\0\0\u0001\u0001\0\0\0\0\u0001\u0082"), ""),
  SENDS_NO_BODY_OVER_HTTP_2(h2(post()), ""),
  DRIPS_A_BODY_OVER_HTTP_2(h2(post()), "\0\0\u0001\0\0\0\0\0\u0001b"),
  PINGS_WITHOUT_A_REQUEST(h2(""), "\0\0\u0008\u0006\0\0\0\0\u000012345678"),
  STANDS_WITHIN_PINGS(
      h2("\0\0\u0008\u0006\0\0\0\0\u00001"), "2345678\0\0\u0008\u0006\0\0\0\0\u00001");

  private static final Duration DRIP = Duration.ofMillis(200);

  private final String begin;
  private final String drop;

  SlowClient(String begin, String drop) {
    this.begin = begin;
    this.drop = drop;
  }

  private static String h2(String frames) {
    return "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\u0004\0\0\0\0\0" + frames;
  }

  /** A request over HTTP/2 whose body is to follow. */
  private static String post() {
    String fields = "\u0083\u0086\u0001\u0001a\u0004\u0006/dev/x";
    return "\0\0" + (char) fields.length() + "\u0001\u0004\0\0\0\u0001" + fields;
  }

  /** Is slow, once it is connected, until the server cuts it; false if it has not after so long. */
  boolean isCut(int port, Duration atMost) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout((int) DRIP.toMillis());
      InputStream in = socket.getInputStream();
      socket.getOutputStream().write(begin.getBytes(StandardCharsets.ISO_8859_1));
      long end = System.nanoTime() + atMost.toNanos();
      while (System.nanoTime() < end) {
        try {
          if (in.read(new byte[4_096]) < 0) {
            return true;
          }
        } catch (java.net.SocketTimeoutException e) {
          socket.getOutputStream().write(drop.getBytes(StandardCharsets.ISO_8859_1));
        }
        LockSupport.parkNanos(drop.isEmpty() ? 0 : DRIP.toNanos() / 4);
      }
      return false;
    } catch (SocketException e) {
      return true;
    }
  }
}
