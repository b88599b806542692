package io.gatemason.runtime.exchange;

import io.gatemason.runtime.client.AnswerFields;
import io.gatemason.runtime.client.TraceHeader;
import io.gatemason.runtime.log.ExecutionLog;
import io.gatemason.runtime.log.ExecutionLog.Detail;
import io.gatemason.runtime.log.LogText;
import io.gatemason.runtime.payload.Payload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  private final Call call;
  private final Responder responder;
  private @Nullable Watcher watcher;

  AnswerDoor(Call call, Responder responder) {
    this.call = call;
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

  /** The integration's answer is complete but for what identifies the request. */
  void tell(Payload payload) {
    ExecutionLog log = call.log();
    if (log.wants(Detail.DATA)) {
      log.write(Detail.DATA, "Method response body after transformations: " + body(payload));
      log.write(Detail.DATA, "Method response headers: " + log.text().headers(headers()));
    }
  }

  /** A gateway response is complete but for what identifies the request. */
  void tellGatewayResponse(Payload payload) {
    ExecutionLog log = call.log();
    if (log.wants(Detail.DATA)) {
      log.aside(Detail.DATA, "Gateway response headers: " + log.text().headers(headers()));
      log.aside(Detail.DATA, "Gateway response body: " + body(payload));
    }
  }

  private static String body(Payload payload) {
    return LogText.body(payload.buffered(), payload::bytes);
  }

  private Map<String, List<String>> headers() {
    AnswerFields fields = responder.fields();
    Map<String, List<String>> byName = new LinkedHashMap<>();
    if (fields.has(TraceHeader.NAME)) {
      byName.put(TraceHeader.NAME, new ArrayList<>(1));
    }
    for (int i = 0; i < fields.count(); i++) {
      byName.computeIfAbsent(fields.name(i), any -> new ArrayList<>(1)).add(fields.value(i));
    }
    return byName;
  }
}
