package io.gatemason.runtime.server.wire;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataWriter;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What another protocol than HTTP/1 writes to a client, each write whole and under a deadline. Safe
 * for concurrent use.
 */
public final class GuardedWriter implements DataWriter {
  private final DataWriter writer;
  private final Deadlines deadlines;
  private final Deadline deadline;
  private final ConnectionLimits limits;
  private final ReentrantLock lock = new ReentrantLock();

  public GuardedWriter(DataWriter writer, Surroundings surroundings, Deadline deadline) {
    this.writer = writer;
    this.deadlines = surroundings.deadlines();
    this.limits = surroundings.limits();
    this.deadline = deadline;
  }

  @Override
  public void write(BufferData... buffers) {
    writeNow(buffers);
  }

  @Override
  public void write(BufferData buffer) {
    writeNow(buffer);
  }

  @Override
  public void writeNow(BufferData... buffers) {
    writeNow(BufferData.create(buffers));
  }

  @Override
  public void writeNow(BufferData buffer) {
    lock.lock();
    try {
      long now = deadlines.now();
      deadline.arm(Wait.WRITE, now, new Pace(limits).end(now, buffer.available()));
      try {
        writer.writeNow(buffer);
      } finally {
        deadline.disarm();
      }
    } finally {
      lock.unlock();
    }
  }
}
