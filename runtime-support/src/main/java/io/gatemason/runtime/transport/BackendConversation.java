package io.gatemason.runtime.transport;

import java.io.IOException;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionReuseStrategy;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.message.MessageSupport;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer on one connection. An answer that comes before the request has been
 * sent wholly is taken: a refusal ends the upload, any other answer waits until the upload is done.
 */
final class BackendConversation implements StreamedEntity.Upload {
  private static final ConnectionReuseStrategy REUSE = DefaultConnectionReuseStrategy.INSTANCE;
  private static final HttpContext CONTEXT = HttpCoreContext.create();

  private final BackendConnection connection;
  private @Nullable ClassicHttpResponse answer;
  private boolean brokenOff;

  BackendConversation(BackendConnection connection) {
    this.connection = connection;
  }

  @SuppressWarnings("ThreadPriorityCheck") // Giving way saves work, nothing relies on it.
  ClassicHttpResponse exchange(ClassicHttpRequest request) throws IOException, HttpException {
    send(request);
    ClassicHttpResponse response = answer;
    while (response == null) {
      // Others go first: a quick backend has often answered by then, which spares the poller.
      Thread.yield();
      response = receive();
    }
    if (MessageSupport.canResponseHaveBody(request.getMethod(), response)) {
      connection.receiveResponseEntity(response);
    }
    return response;
  }

  private void send(ClassicHttpRequest request) throws IOException, HttpException {
    try {
      connection.sendRequestHeader(request);
      if (request.getEntity() != null) {
        connection.sendRequestEntity(request);
      }
      connection.flush();
    } catch (StreamedEntity.ClientSideException e) {
      throw e;
    } catch (IOException e) {
      takeAnswerInSpiteOf(e);
    }
  }

  /** A backend that refuses a request often answers and closes without reading the body. */
  private void takeAnswerInSpiteOf(IOException writing) throws IOException {
    brokenOff = true;
    try {
      while (answer == null) {
        answer = receive();
      }
    } catch (IOException | HttpException e) {
      writing.addSuppressed(e);
      throw writing;
    }
  }

  /** The next head, null if it is an interim one. */
  private @Nullable ClassicHttpResponse receive() throws IOException, HttpException {
    ClassicHttpResponse response = connection.receiveResponseHeader();
    AnswerHead.require(response);
    return response.getCode() < 200 ? null : response;
  }

  @Override
  public boolean refused() throws IOException {
    if (answer == null && !connection.quiet()) {
      try {
        answer = receive();
      } catch (HttpException e) {
        throw new IOException(e);
      }
    }
    return answer != null && answer.getCode() >= 400;
  }

  @Override
  public void breakOff() {
    brokenOff = true;
    connection.stopSending();
  }

  /** Whether the connection can take another request once the body has been read to its end. */
  boolean reusableAfter(ClassicHttpRequest request, ClassicHttpResponse response) {
    boolean twoFramings =
        response.containsHeader(HttpHeaders.CONTENT_LENGTH)
            && response.containsHeader(HttpHeaders.TRANSFER_ENCODING);
    return !brokenOff && !twoFramings && REUSE.keepAlive(request, response, CONTEXT);
  }
}
