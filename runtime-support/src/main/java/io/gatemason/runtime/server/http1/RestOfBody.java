package io.gatemason.runtime.server.http1;

import io.gatemason.runtime.server.wire.ClientInput;
import io.gatemason.runtime.server.wire.RefusalException;
import io.gatemason.runtime.server.wire.Surroundings;
import java.io.IOException;

/**
 * What a client still sends when it has been answered. A next request follows only if all of it was
 * read. Closing while the client still sends would take the answer away from it, so some of it is
 * read and forgotten before that (RFC 9112 §9.6).
 */
public final class RestOfBody {
  private static final int BUFFER = 8_192;

  private final Surroundings surroundings;
  private final ClientInput input;

  public RestOfBody(Surroundings surroundings, ClientInput input) {
    this.surroundings = surroundings;
    this.input = input;
  }

  /** Reads the rest of an answered request; whether another one follows. */
  public boolean follows(Conversation conversation) {
    boolean another = conversation.answer().keepsAlive();
    BodyReader unread = conversation.unread();
    if (unread == null) {
      if (!another && input.available() > 0) {
        linger();
      }
      return another;
    }
    if (unread.awaitsContinue()) {
      linger();
      return false;
    }
    conversation.answered();
    return forgotten(unread) && another;
  }

  private boolean forgotten(BodyReader body) {
    byte[] buffer = new byte[BUFFER];
    long left = surroundings.limits().payloadBytes();
    try {
      while (left > 0) {
        int read = body.read(buffer);
        if (read < 0) {
          return true;
        }
        left -= read;
      }
      return false;
    } catch (IOException | RefusalException e) {
      return false;
    }
  }

  /** Reads a little of whatever comes. */
  public void linger() {
    input.linger(surroundings.deadlines());
  }
}
