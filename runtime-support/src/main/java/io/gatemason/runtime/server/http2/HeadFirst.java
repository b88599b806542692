package io.gatemason.runtime.server.http2;

import io.helidon.common.GenericType;
import io.helidon.common.media.type.MediaType;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http.spi.Sink;
import io.helidon.webserver.http.spi.SinkProvider;
import io.helidon.webserver.http.spi.SinkProviderContext;
import java.io.OutputStream;
import java.util.function.BiConsumer;

/**
 * Sends the head of an answer before there is anything of its body. Helidon lets nobody do that but
 * providers of sinks, and finds them in service files; public for it alone.
 */
public final class HeadFirst implements SinkProvider<byte[]> {
  private static final GenericType<Body> TYPE = GenericType.create(Body.class);

  /** Sends the head; the body is what is written to the result, which need not be closed. */
  static OutputStream send(ServerResponse response) {
    return response.sink(TYPE).stream;
  }

  @Override
  public boolean supports(GenericType<? extends Sink<?>> type, ServerRequest request) {
    return TYPE.equals(type);
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public <X extends Sink<byte[]>> X create(SinkProviderContext context) {
    Body body = new Body(context.serverResponse().outputStream());
    context.flushHeaders();
    return (X) body;
  }

  @Override
  @Deprecated
  @SuppressWarnings({"removal", "TypeParameterUnusedInFormals"})
  public <X extends Sink<byte[]>> X create(
      ServerResponse response, BiConsumer<Object, MediaType> consumer, Runnable closing) {
    throw new UnsupportedOperationException("replaced by create(SinkProviderContext)");
  }

  private record Body(OutputStream stream) implements Sink<byte[]> {
    @Override
    public Sink<byte[]> emit(byte[] part) {
      throw new UnsupportedOperationException("the body is written to the stream");
    }

    @Override
    public void close() {
      // Helidon ends the body when the request has been handled.
    }
  }
}
