package io.gatemason.runtime.server;

import io.gatemason.runtime.client.ClientAnswer;
import io.gatemason.runtime.client.ClientRequest;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.stage.StagePath;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A request on its way to its API. Belongs to the thread that serves it. */
final class Approach {
  private final ClientRequest request;
  private final ClientAnswer answer;
  private final String sentPath;
  private @Nullable String path;
  private @Nullable ServedApi served;
  private @Nullable StagePath stagePath;
  private @Nullable String refusal;
  private Consumer<Exchange> judge = exchange -> {};
  private @Nullable Runnable leave;

  Approach(ClientRequest request, ClientAnswer answer) {
    this.request = request;
    this.answer = answer;
    this.sentPath = RequestTarget.path(request.path());
  }

  ClientRequest request() {
    return request;
  }

  ClientAnswer answer() {
    return answer;
  }

  /** The path as it was sent. */
  String sentPath() {
    return sentPath;
  }

  void path(String canonical) {
    path = canonical;
  }

  /** The path in its canonical form. */
  String path() {
    return Objects.requireNonNull(path, "nobody has judged the path");
  }

  void found(ServedApi stage, StagePath named) {
    served = stage;
    stagePath = named;
  }

  /** The API and stage that the request is for. */
  ServedApi served() {
    return Objects.requireNonNull(served, "nobody has looked for the API");
  }

  /** How the path names the stage. */
  StagePath stagePath() {
    return Objects.requireNonNull(stagePath, "nobody has looked for the API");
  }

  /** The client may not talk to the host; its API answers so, that its log has a line. */
  void refuse(String reason) {
    refusal = reason;
  }

  /** Why the client may not talk to the host, null if it may. */
  @Nullable String refusal() {
    return refusal;
  }

  /** Sets who judges the exchange before its method is looked for. */
  void judgedBy(Consumer<Exchange> policies) {
    judge = policies;
  }

  /** Fails if a policy in front of the API denies the exchange. */
  Consumer<Exchange> judge() {
    return judge;
  }

  /** Sets what is to be done when the request has been served. */
  void onLeaving(Runnable action) {
    leave = action;
  }

  /** The request has been served, or turned away. */
  void leave() {
    if (leave != null) {
      leave.run();
    }
  }
}
