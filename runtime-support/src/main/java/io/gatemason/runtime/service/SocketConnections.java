package io.gatemason.runtime.service;

import io.gatemason.runtime.clock.Ticker;
import io.gatemason.runtime.clock.WallClock;
import io.gatemason.runtime.store.BytesCodec;
import io.gatemason.runtime.store.EntrySeal;
import io.gatemason.runtime.store.StateStore;
import io.gatemason.runtime.websocket.OpenConnections;
import io.helidon.config.Config;
import org.jspecify.annotations.Nullable;

/** The connections of the WebSocket APIs of a service. Safe for concurrent use. */
final class SocketConnections {
  private final CallbackPlace place;
  private final StateStore state;
  private final @Nullable EntrySeal seal;
  private @Nullable OpenConnections open;

  SocketConnections(CallbackPlace place, StateStore state, @Nullable EntrySeal seal) {
    this.place = place;
    this.state = state;
    this.seal = seal;
  }

  /** The service listens at that port, where functions call connections. */
  void listening(int port) {
    place.listening(port);
  }

  /** The open connections; watched from when they are first asked for. */
  synchronized OpenConnections connections(Config config) {
    OpenConnections known = open;
    if (known == null) {
      known =
          OpenConnections.start(
              WebSocketSettings.options(config),
              Ticker.system(),
              WallClock.system(),
              state.ownership("websockets"),
              seal == null ? new BytesCodec() : seal.around(new BytesCodec()));
      open = known;
      place.serve(known);
    }
    return known;
  }

  /** Closes them all. */
  synchronized void close() {
    if (open != null) {
      open.close();
    }
  }
}
