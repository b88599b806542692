package io.gatemason.runtime.websocket;

import io.gatemason.runtime.client.ClientStream;
import io.gatemason.runtime.client.Upgraded;
import io.gatemason.runtime.payload.MemoryBudget;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One connection of a client, from the answer to its handshake on. One thread reads it; whoever has
 * something for the client writes. Safe for concurrent use.
 */
final class Connection implements Upgraded {
  private static final System.Logger LOG = System.getLogger(Connection.class.getName());

  private final Handshake handshake;
  private final WebSockets owner;
  private final Messages messages;
  private final MemoryBudget memory;
  private final CompletableFuture<ClientStream> opened = new CompletableFuture<>();
  private final ReentrantLock writing = new ReentrantLock(true);
  private final AtomicInteger queued = new AtomicInteger();
  private final AtomicReference<@Nullable CloseStatus> closing = new AtomicReference<>();
  private volatile long closingSince;
  private volatile long activeNanos;
  private volatile long activeMillis;

  Connection(Handshake handshake, WebSockets owner) {
    this.handshake = handshake;
    this.owner = owner;
    this.messages = new Messages(this, owner);
    this.memory = owner.connections().memory();
    this.activeNanos = owner.connections().ticker().nanos();
    this.activeMillis = handshake.connectedAt();
  }

  Handshake handshake() {
    return handshake;
  }

  String id() {
    return handshake.connectionId();
  }

  /** What served the stage when the handshake came. */
  WebSockets owner() {
    return owner;
  }

  /** When something that is no ping came or went last, in milliseconds since 1970. */
  long activeMillis() {
    return activeMillis;
  }

  /** When something that is no ping came or went last, by the ticker. */
  long activeNanos() {
    return activeNanos;
  }

  /** When the gateway began to close the connection, by the ticker; only if {@link #isClosing}. */
  long closingSince() {
    return closingSince;
  }

  boolean isClosing() {
    return closing.get() != null;
  }

  @Override
  public String protocol() {
    return "websocket";
  }

  @Override
  public void speak(ClientStream stream) {
    opened.complete(stream);
    MessageReader reader = new MessageReader(stream, owner.options(), memory);
    try {
      read(reader);
    } catch (WebSocketFailure e) {
      close(e.status());
      reader.drain();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      reader.release();
    }
    closing.compareAndSet(null, CloseStatus.LOST);
  }

  private void read(MessageReader reader) throws InterruptedException {
    while (true) {
      switch (reader.next()) {
        case Received.Text message -> {
          if (isClosing()) {
            memory.release(message.held());
          } else {
            touch();
            messages.take(message, memory);
          }
        }
        case Received.Ping ping -> pong(ping.payload());
        case Received.Close close -> {
          close(close.status());
          return;
        }
        case Received.End end -> {
          return;
        }
      }
    }
  }

  private void pong(byte[] payload) {
    if (!isClosing()) {
      try {
        write(Frames.control(Frames.PONG, payload));
      } catch (GoneException e) {
        LOG.log(System.Logger.Level.TRACE, "a ping is not answered any more", e);
      }
    }
  }

  /** Ends what never began: the client was gone before the answer to its handshake. */
  void abandon() {
    closing.compareAndSet(null, CloseStatus.LOST);
    opened.completeExceptionally(new GoneException());
    owner.connections().remove(this);
    owner.connections().finished(this);
  }

  @Override
  public void ended() {
    try {
      if (owner.connections().remove(this)) {
        messages.disconnected(CloseStatus.first(closing.get(), CloseStatus.LOST));
      }
    } finally {
      owner.connections().finished(this);
    }
  }

  /** The process that had the connection died, and this one tells of its end. */
  void died() {
    messages.disconnected(CloseStatus.LOST);
  }

  @Override
  public void announceStop() {
    close(CloseStatus.GOING_AWAY);
  }

  /**
   * Sends a text.
   *
   * @throws GoneException if the connection is over
   * @throws BacklogException if so much waits for the client already that this has to be left out
   */
  void send(byte[] utf8) throws GoneException, BacklogException {
    byte[] frames = Frames.text(utf8, owner.options().frameBytes());
    if (queued.addAndGet(frames.length) > owner.options().queuedBytes()) {
      queued.addAndGet(-frames.length);
      throw new BacklogException();
    }
    try {
      if (isClosing()) {
        throw new GoneException();
      }
      write(frames);
      owner.serving().watch().sent();
      touch();
    } finally {
      queued.addAndGet(-frames.length);
    }
  }

  /** As {@link #send}, for whom nobody waits: what cannot be sent is dropped. */
  void sendOrDrop(String text) {
    try {
      send(text.getBytes(StandardCharsets.UTF_8));
    } catch (GoneException | BacklogException e) {
      LOG.log(System.Logger.Level.DEBUG, "connection {0}: a message is dropped: {1}", id(), e);
    }
  }

  private void write(byte[] frames) throws GoneException {
    writing.lock();
    try {
      opened.join().write(frames);
    } catch (CompletionException e) {
      throw new GoneException();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.TRACE, "a client is gone", e);
      throw new GoneException();
    } finally {
      writing.unlock();
    }
  }

  /** Says why the connection ends, unless somebody has said so; it ends when the client agrees. */
  void close(CloseStatus status) {
    if (!isClosing()) {
      closingSince = owner.connections().ticker().nanos();
    }
    if (closing.compareAndSet(null, status)) {
      try {
        write(Frames.close(status));
      } catch (GoneException e) {
        LOG.log(System.Logger.Level.TRACE, "a client is gone before it was told", e);
      }
    }
  }

  /** Ends the connection whatever its client does. */
  void cut() {
    ClientStream stream = opened.getNow(null);
    if (stream != null) {
      stream.close();
    }
  }

  private void touch() {
    activeNanos = owner.connections().ticker().nanos();
    activeMillis = owner.connections().clock().epochMillis();
  }
}
