package io.gatemason.runtime.transport;

import io.gatemason.runtime.payload.Payload;
import java.io.IOException;
import java.net.ProtocolException;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer on one connection (RFC 9112). An answer that comes before the request
 * has been sent wholly is taken: a refusal ends the upload, any other answer waits until the upload
 * is done.
 */
final class BackendConversation implements StreamedBody.Upload {
  private static final int MOST_HEADS = 1_000;

  private final BackendConnection connection;
  private final Deadline deadline;
  private @Nullable AnswerHead answer;
  private int heads;
  private boolean brokenOff;

  BackendConversation(BackendConnection connection, Deadline deadline) {
    this.connection = connection;
    this.deadline = deadline;
  }

  @SuppressWarnings("ThreadPriorityCheck") // Giving way saves work, nothing relies on it.
  AnswerHead exchange(BackendRequest request) throws IOException {
    send(request);
    AnswerHead head = answer;
    while (head == null) {
      // Others go first: a quick backend has often answered by then, which spares the poller.
      Thread.yield();
      head = receive();
    }
    return head;
  }

  private void send(BackendRequest request) throws IOException {
    try {
      BackendOutput output = connection.output();
      sendHead(request, output);
      Payload body = request.body();
      if (body != null && body.buffered()) {
        byte[] bytes = body.bytes();
        output.put(bytes, 0, bytes.length);
      } else if (body != null) {
        new StreamedBody(body, deadline, this).writeTo(output);
      }
      output.flush();
    } catch (StreamedBody.ClientSideException e) {
      throw e;
    } catch (IOException e) {
      takeAnswerInSpiteOf(e);
    }
  }

  private static void sendHead(BackendRequest request, BackendOutput output) throws IOException {
    output.put(request.method());
    output.put(" ");
    output.put(request.target());
    output.put(" HTTP/1.1\r\n");
    HeaderFields headers = request.headers();
    for (int i = 0; i < headers.size(); i++) {
      field(headers.name(i), headers.value(i), output);
    }
    Payload body = request.body();
    if (body != null && body.length() >= 0) {
      field("Content-Length", Long.toString(body.length()), output);
    } else if (body != null) {
      field("Transfer-Encoding", "chunked", output);
    }
    output.put("\r\n");
  }

  private static void field(String name, String value, BackendOutput output) throws IOException {
    output.put(name);
    output.put(": ");
    output.put(value);
    output.put("\r\n");
  }

  /** A backend that refuses a request often answers and closes without reading the body. */
  private void takeAnswerInSpiteOf(IOException writing) throws IOException {
    brokenOff = true;
    try {
      while (answer == null) {
        answer = receive();
      }
    } catch (IOException e) {
      writing.addSuppressed(e);
      throw writing;
    }
  }

  /** The next head, null if it is an interim one. */
  private @Nullable AnswerHead receive() throws IOException {
    if (heads++ == MOST_HEADS) {
      throw new ProtocolException(MOST_HEADS + " interim answers and no other");
    }
    AnswerHead head = AnswerHead.read(connection.input());
    return head.interim() ? null : head;
  }

  @Override
  public boolean refused() throws IOException {
    if (answer == null && !connection.quiet()) {
      answer = receive();
    }
    return answer != null && answer.status() >= 400;
  }

  @Override
  public void breakOff() {
    brokenOff = true;
    connection.stopSending();
  }

  /** Whether the backend has got the whole request. */
  boolean complete() {
    return !brokenOff;
  }
}
