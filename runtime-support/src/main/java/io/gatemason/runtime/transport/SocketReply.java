package io.gatemason.runtime.transport;

import java.io.IOException;
import java.io.InputStream;

/** The answer on a leased connection, which goes back to the pool at the end of the body. */
final class SocketReply extends InputStream implements BackendReply {
  private final Lease lease;
  private final boolean reusable;
  private final AnswerHead head;
  private final long length;
  private final InputStream content;
  private long total;
  private boolean readsOnly;
  private boolean ended;

  private SocketReply(Lease lease, boolean reusable, AnswerHead head, boolean hasBody) {
    this.lease = lease;
    this.reusable = reusable;
    this.head = head;
    this.length = hasBody ? head.bodyLength() : 0;
    BackendInput input = lease.connection().input();
    this.content =
        hasBody && head.chunked() ? new StrictChunks(input) : new IdentityBody(input, length);
  }

  /** Sends the request over the leased connection and waits for the head of the answer. */
  static SocketReply receive(Lease lease, BackendRequest request) throws IOException {
    BackendConversation conversation =
        new BackendConversation(lease.connection(), lease.deadline());
    AnswerHead head = conversation.exchange(request);
    String method = request.method();
    return new SocketReply(
        lease, conversation.complete() && head.keepsAlive(method), head, head.hasBody(method));
  }

  @Override
  public int status() {
    return head.status();
  }

  @Override
  public HeaderFields headers() {
    return head.fields();
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public InputStream body() {
    return this;
  }

  @Override
  public void countReadsOnly() {
    readsOnly = true;
    if (!ended) {
      lease.deadline().pause();
    }
  }

  @Override
  public void stream() {
    readsOnly = true;
    if (!ended) {
      lease.deadline().stream();
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int count) throws IOException {
    if (ended || count == 0) {
      return ended ? -1 : 0;
    }
    Deadline deadline = lease.deadline();
    deadline.start();
    try {
      int read = content.read(bytes, offset, count);
      total += Math.max(read, 0);
      if (read < 0 || total == length) {
        ended = true;
        lease.finish(reusable);
      } else if (readsOnly) {
        deadline.pause();
      }
      return read;
    } catch (IOException e) {
      BackendException failure = lease.failed(e);
      close();
      throw failure;
    }
  }

  @Override
  public int available() throws IOException {
    return ended ? 0 : content.available();
  }

  @Override
  public void close() {
    if (!ended) {
      ended = true;
      if (total == length) {
        lease.finish(reusable);
      } else {
        lease.discard();
      }
    }
  }
}
