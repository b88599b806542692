package io.gatemason.runtime.server.connection;

import io.gatemason.runtime.server.wire.ClientInput;
import io.gatemason.runtime.server.wire.Wait;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a client sends after an upgrade, from the first unread byte on, without deadlines. */
final class RestOfInput implements Supplier<byte @Nullable []> {
  private final ClientInput input;

  RestOfInput(ClientInput input) {
    this.input = input;
  }

  @Override
  public byte @Nullable [] get() {
    return input.available() > 0 ? input.take() : input.received(Wait.TUNNEL, 0, Long.MAX_VALUE);
  }
}
