package io.gatemason.runtime.transport;

import io.gatemason.runtime.payload.FieldText;
import io.gatemason.runtime.payload.Payload;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;

/** The answer on a leased connection, which goes back to the pool at the end of the body. */
final class ApacheReply extends InputStream implements BackendReply {
  private final Lease lease;
  private final boolean reusable;
  private final int status;
  private final HeaderFields headers;
  private final long length;
  private final InputStream content;
  private boolean readsOnly;
  private boolean ended;

  private ApacheReply(Lease lease, boolean reusable, ClassicHttpResponse response)
      throws IOException {
    this.lease = lease;
    this.reusable = reusable;
    this.status = response.getCode();
    this.headers = headers(response);
    HttpEntity entity = response.getEntity();
    this.length = entity == null ? 0 : entity.getContentLength();
    this.content = entity == null ? InputStream.nullInputStream() : entity.getContent();
  }

  /** Sends the request over the leased connection and waits for the head of the answer. */
  static ApacheReply receive(Lease lease, BackendRequest request)
      throws IOException, HttpException {
    BackendConversation conversation = new BackendConversation(lease.connection());
    ClassicHttpRequest message = message(request, lease.deadline(), conversation);
    ClassicHttpResponse response = conversation.exchange(message);
    return new ApacheReply(lease, conversation.reusableAfter(message, response), response);
  }

  private static ClassicHttpRequest message(
      BackendRequest request, Deadline deadline, StreamedEntity.Upload upload) {
    // Without a host the target stays as it is; otherwise "//a/b" would lose its first segment.
    ClassicHttpRequest message =
        new BasicClassicHttpRequest(request.method(), (HttpHost) null, request.target());
    HeaderFields headers = request.headers();
    for (int i = 0; i < headers.size(); i++) {
      message.addHeader(headers.name(i), headers.value(i));
    }
    Payload body = request.body();
    if (body != null) {
      if (body.length() >= 0) {
        message.addHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(body.length()));
      } else {
        message.addHeader(HttpHeaders.TRANSFER_ENCODING, "chunked");
      }
      message.setEntity(
          body.buffered()
              ? new ByteArrayEntity(body.bytes(), null)
              : new StreamedEntity(body, deadline, upload));
    }
    return message;
  }

  private static HeaderFields headers(ClassicHttpResponse response) {
    HeaderFields fields = new HeaderFields();
    for (Iterator<Header> lines = response.headerIterator(); lines.hasNext(); ) {
      Header line = lines.next();
      fields.add(line.getName(), line.getValue() == null ? "" : FieldText.read(line.getValue()));
    }
    return fields;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public HeaderFields headers() {
    return headers;
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
    if (ended) {
      return -1;
    }
    Deadline deadline = lease.deadline();
    deadline.start();
    try {
      int read = content.read(bytes, offset, count);
      if (read < 0) {
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
      lease.discard();
    }
  }
}
