package io.gatemason.runtime.server.connection;

import io.gatemason.runtime.server.http1.Conversation;
import io.gatemason.runtime.server.wire.Refusals;
import io.gatemason.runtime.server.wire.RequestHandler;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.common.concurrency.limits.LimitAlgorithm;
import io.helidon.webserver.ListenerConfig;
import org.jspecify.annotations.Nullable;

/**
 * The bound of requests at the same time that the settings of Helidon's listener may give.
 *
 * @param limit null if there is none
 */
record RequestLimit(@Nullable Limit limit) {

  static RequestLimit of(Limit limit, ListenerConfig config) {
    boolean none = config.maxConcurrentRequests() == -1 && config.concurrencyLimit().isEmpty();
    return new RequestLimit(none ? null : limit);
  }

  /** Has the request answered, or refuses it. */
  void run(RequestHandler handler, Conversation conversation) {
    if (limit == null) {
      handler.handle(conversation, conversation.answer());
      return;
    }
    LimitAlgorithm.Outcome outcome = limit.tryAcquireOutcome(true);
    if (!(outcome instanceof LimitAlgorithm.Outcome.Accepted accepted)) {
      Refusals.overloaded(conversation.answer());
      return;
    }
    boolean answered = false;
    try {
      handler.handle(conversation, conversation.answer());
      answered = true;
    } finally {
      if (answered) {
        accepted.token().success();
      } else {
        accepted.token().dropped();
      }
    }
  }
}
