package io.gatemason.runtime.transport;

import io.gatemason.runtime.payload.Payload;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.io.UncheckedIOException;

/**
 * A request body that is passed on while it arrives. The time spent waiting for the client does not
 * count against the backend.
 */
final class StreamedBody {
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

  StreamedBody(Payload payload, Deadline deadline, Upload upload) {
    this.content = payload.stream();
    this.length = payload.length();
    this.deadline = deadline;
    this.upload = upload;
  }

  /** Sends it, in chunks if its length is not known. */
  void writeTo(BackendOutput output) throws IOException {
    byte[] piece = new byte[16_384];
    long left = length;
    for (int read = next(piece); read >= 0; read = next(piece)) {
      if (upload.refused()) {
        upload.breakOff();
        return;
      }
      put(output, piece, length < 0 ? read : (int) Math.min(read, left));
      left -= length < 0 ? 0 : Math.min(read, left);
      if (nothingAtHand()) {
        output.flush();
      }
    }
    if (length < 0) {
      output.put("0\r\n\r\n");
    } else if (left > 0) {
      throw clientFailed(
          new UncheckedIOException(new EOFException("the client's body ended early")));
    }
  }

  private void put(BackendOutput output, byte[] piece, int count) throws IOException {
    if (length >= 0) {
      output.put(piece, 0, count);
    } else if (count > 0) {
      output.put(count, 16);
      output.put("\r\n");
      output.put(piece, 0, count);
      output.put("\r\n");
    }
  }

  private int next(byte[] piece) throws ClientSideException {
    deadline.pause();
    try {
      return content.read(piece, 0, piece.length);
    } catch (IOException e) {
      throw clientFailed(new UncheckedIOException(e));
    } catch (RuntimeException e) {
      throw clientFailed(e);
    } finally {
      deadline.start();
    }
  }

  private boolean nothingAtHand() throws ClientSideException {
    try {
      return content.available() == 0;
    } catch (IOException e) {
      throw clientFailed(new UncheckedIOException(e));
    }
  }

  private ClientSideException clientFailed(RuntimeException failure) {
    upload.breakOff();
    return new ClientSideException(failure);
  }
}
