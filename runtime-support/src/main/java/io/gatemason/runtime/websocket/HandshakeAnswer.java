package io.gatemason.runtime.websocket;

import io.gatemason.runtime.client.AnswerFields;
import io.gatemason.runtime.client.ClientAnswer;
import io.gatemason.runtime.client.Upgraded;
import java.io.OutputStream;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * The answer to a handshake: what the route {@code $connect} answers with success opens the
 * connection, anything else goes to the client as it is.
 */
final class HandshakeAnswer implements ClientAnswer {
  private final ClientAnswer answer;
  private final String acceptKey;
  private final Supplier<Connection> connection;

  HandshakeAnswer(ClientAnswer answer, String acceptKey, Supplier<Connection> connection) {
    this.answer = answer;
    this.acceptKey = acceptKey;
    this.connection = connection;
  }

  @Override
  public void last() {
    answer.last();
  }

  @Override
  public boolean begun() {
    return answer.begun();
  }

  @Override
  public void send(int status, AnswerFields fields, byte[] body) {
    if (opens(status)) {
      open(fields);
    } else {
      answer.send(status, fields, body);
    }
  }

  @Override
  public void sendHead(int status, AnswerFields fields, long length) {
    answer.sendHead(status, fields, length);
  }

  @Override
  public OutputStream stream(int status, AnswerFields fields, long length, boolean atOnce) {
    if (opens(status)) {
      open(fields);
      return OutputStream.nullOutputStream();
    }
    return answer.stream(status, fields, length, atOnce);
  }

  @Override
  public void upgrade(AnswerFields fields, Upgraded spoken) {
    answer.upgrade(fields, spoken);
  }

  private static boolean opens(int status) {
    return status >= 200 && status < 300;
  }

  /** The connection can be found before its client can know of it. */
  private void open(AnswerFields fields) {
    Connection opened = connection.get();
    opened.owner().connections().add(opened);
    boolean agreed = false;
    try {
      answer.upgrade(kept(fields), opened);
      agreed = true;
    } finally {
      if (!agreed) {
        opened.abandon();
      }
    }
  }

  /** What the route adds, the choice of a subprotocol included (RFC 6455 §4.2.2). */
  private AnswerFields kept(AnswerFields fields) {
    AnswerFields kept = new AnswerFields();
    kept.set("Sec-WebSocket-Accept", acceptKey);
    for (int i = 0; i < fields.count(); i++) {
      if (passes(fields.name(i).toLowerCase(Locale.ROOT))) {
        kept.add(fields.name(i), fields.value(i));
      }
    }
    return kept;
  }

  private static boolean passes(String name) {
    return switch (name) {
      case "connection",
          "content-encoding",
          "content-length",
          "content-type",
          "keep-alive",
          "transfer-encoding",
          "upgrade" ->
          false;
      case "sec-websocket-protocol" -> true;
      default -> !name.startsWith("sec-websocket-");
    };
  }
}
