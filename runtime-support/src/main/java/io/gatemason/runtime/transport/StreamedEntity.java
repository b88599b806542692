package io.gatemason.runtime.transport;

import io.gatemason.runtime.payload.Payload;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serial;
import java.io.UncheckedIOException;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;

/**
 * A request body that is passed on while it arrives. The time spent waiting for the client does not
 * count against the backend.
 */
final class StreamedEntity extends AbstractHttpEntity {
  private final InputStream content;
  private final long length;
  private final Deadline deadline;
  private final Upload upload;

  /** The connection that the body is sent over. */
  interface Upload {
    /** Whether the backend has refused the request, so that there is no use in sending more. */
    boolean refused() throws IOException;

    /** Ends the upload such that the backend does not take what it got for the whole body. */
    void breakOff();
  }

  /** The client's side broke, not the backend's; the cause is to be thrown on. */
  static final class ClientSideException extends IOException {
    @Serial private static final long serialVersionUID = 1L;
    private final RuntimeException failure;

    ClientSideException(RuntimeException failure) {
      super(failure);
      this.failure = failure;
    }

    RuntimeException failure() {
      return failure;
    }
  }

  StreamedEntity(Payload payload, Deadline deadline, Upload upload) {
    super((String) null, null, payload.length() < 0);
    this.content = payload.stream();
    this.length = payload.length();
    this.deadline = deadline;
    this.upload = upload;
  }

  @Override
  public void writeTo(OutputStream output) throws IOException {
    byte[] chunk = new byte[16_384];
    long left = length;
    for (int read = next(chunk); read >= 0; read = next(chunk)) {
      if (upload.refused()) {
        upload.breakOff();
        return;
      }
      output.write(chunk, 0, read);
      left -= read;
      if (content.available() == 0) {
        output.flush();
      }
    }
    if (length >= 0 && left > 0) {
      throw clientFailed(
          new UncheckedIOException(new EOFException("the client's body ended early")));
    }
  }

  private int next(byte[] chunk) throws ClientSideException {
    deadline.pause();
    try {
      return content.read(chunk, 0, chunk.length);
    } catch (IOException e) {
      throw clientFailed(new UncheckedIOException(e));
    } catch (RuntimeException e) {
      throw clientFailed(e);
    } finally {
      deadline.start();
    }
  }

  private ClientSideException clientFailed(RuntimeException failure) {
    upload.breakOff();
    return new ClientSideException(failure);
  }

  @Override
  public long getContentLength() {
    return length;
  }

  @Override
  public InputStream getContent() {
    return content;
  }

  @Override
  public boolean isStreaming() {
    return true;
  }

  @Override
  public void close() {
    // The payload belongs to the client's request.
  }
}
