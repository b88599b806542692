package io.gatemason.runtime.exchange;

import io.gatemason.runtime.client.AnswerFields;
import io.gatemason.runtime.payload.Payload;
import org.jspecify.annotations.Nullable;

/**
 * The way that every answer of a method takes to the client. Belongs to the thread that serves the
 * request.
 */
public final class AnswerDoor {

  /** Watches an answer. Called by the thread that serves the request. */
  public interface Watcher {

    /**
     * The integration's answer is about to be sent: called once, before anything that belongs to
     * this request alone is added and before compression.
     *
     * @param headers all headers that are set, valid during the call
     * @return what is sent: {@code payload}, or a stream of the same bytes
     */
    Payload answer(int status, AnswerFields headers, Payload payload);

    /** The exchange has ended, with whatever answer. Called once, last. */
    void end();
  }

  private final Responder responder;
  private @Nullable Watcher watcher;

  AnswerDoor(Responder responder) {
    this.responder = responder;
  }

  /** Has the answer of the method watched, until the exchange has ended. */
  public void watch(Watcher answerWatcher) {
    watcher = answerWatcher;
  }

  /** Adds a header to whatever answer the method gives. */
  public void addHeader(String name, String value) {
    responder.add(name, value);
  }

  /** Tells the watcher, if there is one, that the exchange has ended. */
  public void close() {
    if (watcher != null) {
      watcher.end();
    }
  }

  /** The payload of an integration's answer as it is sent, after the watcher has seen it. */
  Payload pass(int status, Payload payload) {
    return watcher == null ? payload : watcher.answer(status, responder.fields(), payload);
  }
}
