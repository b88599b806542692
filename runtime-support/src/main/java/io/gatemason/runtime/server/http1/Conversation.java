package io.gatemason.runtime.server.http1;

import io.gatemason.runtime.client.ClientLine;
import io.gatemason.runtime.client.ClientRequest;
import io.gatemason.runtime.client.ClientTls;
import io.gatemason.runtime.client.RequestFields;
import io.gatemason.runtime.server.wire.ClientInput;
import io.gatemason.runtime.server.wire.ClientSocket;
import io.gatemason.runtime.server.wire.ConnectionLimits;
import io.gatemason.runtime.server.wire.Deadlines;
import io.gatemason.runtime.server.wire.Pace;
import io.gatemason.runtime.server.wire.Surroundings;
import io.gatemason.runtime.server.wire.Target;
import io.gatemason.runtime.server.wire.Wait;
import io.gatemason.runtime.server.wire.WaitBudget;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** One request over HTTP/1 and the answer to it. */
public final class Conversation implements ClientRequest {
  private final Surroundings surroundings;
  private final ClientSocket client;
  private final RequestHead head;
  private final Framing framing;
  private final Target target;
  private final AnswerWriter answer;

  private final WaitBudget budget;
  private final @Nullable BodyReader body;
  private String method = "";
  private Wait bodyWait = Wait.BODY;

  public Conversation(
      Surroundings surroundings,
      ClientSocket client,
      RequestHead head,
      Framing framing,
      Target target) {
    this.surroundings = surroundings;
    this.client = client;
    this.head = head;
    this.framing = framing;
    this.target = target;
    this.budget = WaitBudget.of(surroundings.limits());
    this.answer = new AnswerWriter(this, client.output());
    this.body = body(framing.bodyLength(), client.input());
  }

  private @Nullable BodyReader body(long length, ClientInput input) {
    if (length == 0) {
      return null;
    }
    return length < 0 ? new ChunkedBody(input, this) : new LengthBody(input, this, length);
  }

  public AnswerWriter answer() {
    return answer;
  }

  public ConnectionLimits limits() {
    return surroundings.limits();
  }

  public Deadlines deadlines() {
    return surroundings.deadlines();
  }

  public byte[] date() {
    return surroundings.date().line();
  }

  public int minor() {
    return head.minor();
  }

  /** That of one direction; all waits of the request together are bounded, too. */
  Pace pace() {
    return new Pace(limits(), budget);
  }

  public Wait bodyWait() {
    return bodyWait;
  }

  /** Whether the client announced that it waits for a word before it sends the body. */
  public boolean awaitsContinue() {
    return framing.expectsContinue();
  }

  public void sendContinue() {
    if (!answer.begun()) {
      answer.sendContinue();
    }
  }

  /** Whether another request may follow, as far as is known before the answer. */
  public boolean keepsAlive() {
    boolean mayNotSend = body != null && body.awaitsContinue();
    return framing.keepsAlive() && !mayNotSend && !surroundings.draining();
  }

  /** Whether the connection may change its protocol with the answer. */
  public boolean asksForUpgrade() {
    return framing.asksForUpgrade();
  }

  /** The body if there is one that is not read to its end, else null. */
  public @Nullable BodyReader unread() {
    return body == null || body.atEnd() ? null : body;
  }

  /** What is read of the body from now on is for nobody. */
  public void answered() {
    bodyWait = Wait.REST;
    budget.atMost(limits().grace());
  }

  @Override
  public String method() {
    if (method.isEmpty()) {
      method = head.method();
    }
    return method;
  }

  @Override
  public String path() {
    return target.path();
  }

  @Override
  public String rawQuery() {
    return target.query();
  }

  @Override
  public int targetLength() {
    return head.targetLength();
  }

  @Override
  public String protocol() {
    return head.minor() == 0 ? "HTTP/1.0" : "HTTP/1.1";
  }

  @Override
  public boolean http2() {
    return false;
  }

  @Override
  public String authority() {
    return target.authority().isEmpty() ? framing.host() : target.authority();
  }

  @Override
  public RequestFields fields() {
    return head;
  }

  @Override
  public long bodyLength() {
    return framing.bodyLength();
  }

  @Override
  public InputStream body() {
    return body == null ? InputStream.nullInputStream() : body;
  }

  @Override
  public boolean secure() {
    return client.peers().secure();
  }

  @Override
  public @Nullable ClientTls tls() {
    return client.tls();
  }

  @Override
  public int localPort() {
    return client.peers().localPort();
  }

  @Override
  public String localAddress() {
    return client.peers().localAddress();
  }

  @Override
  public String clientAddress() {
    return client.peers().clientAddress();
  }

  @Override
  public ClientLine line() {
    return client.input();
  }
}
