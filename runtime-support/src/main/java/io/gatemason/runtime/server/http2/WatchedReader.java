package io.gatemason.runtime.server.http2;

import io.gatemason.runtime.server.wire.ClientSocket;
import io.gatemason.runtime.server.wire.Deadline;
import io.gatemason.runtime.server.wire.Deadlines;
import io.gatemason.runtime.server.wire.Surroundings;
import io.gatemason.runtime.server.wire.Wait;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Hands bytes to Helidon, and ends the connection where Helidon does not come back for more: it may
 * wait for those who serve its streams, but for nobody else.
 */
final class WatchedReader implements Supplier<byte @Nullable []> {
  private final Supplier<byte @Nullable []> source;
  private final Deadline deadline;
  private final Deadlines deadlines;
  private final long longest;
  private boolean working;

  WatchedReader(
      Supplier<byte @Nullable []> source, ClientSocket client, Surroundings surroundings) {
    this.source = source;
    this.deadline = client.reading();
    this.deadlines = surroundings.deadlines();
    this.longest = surroundings.limits().headWait().toNanos();
  }

  @Override
  public byte @Nullable [] get() {
    if (working) {
      working = false;
      deadline.disarm();
    }
    byte[] bytes = source.get();
    if (bytes != null) {
      long now = deadlines.now();
      deadline.arm(Wait.WORK, now, now + longest);
      working = true;
    }
    return bytes;
  }
}
