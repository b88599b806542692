package io.gatemason.runtime.auth;

import io.gatemason.runtime.auth.identity.Identities;
import io.gatemason.runtime.clock.Ticker;
import io.gatemason.runtime.function.FunctionInvoker;
import io.gatemason.runtime.store.LocalLimits;
import io.gatemason.runtime.store.LocalState;
import io.gatemason.runtime.transport.BackendAddress;
import io.gatemason.runtime.transport.BackendClient;
import io.gatemason.runtime.transport.BackendReply;
import io.gatemason.runtime.transport.BackendRequest;
import java.time.Duration;

/** What authorizers share, without a network. */
final class TestServices {
  private TestServices() {}

  static AuthServices of(Identities identities, FunctionInvoker functions) {
    return new AuthServices(
        new AuthOptions(
            "us-east-1", identities, true, 10_000, 1_000_000, Duration.ofMinutes(1), () -> ""),
        functions,
        new HttpDocuments(new NoBackend()),
        Ticker.system(),
        () -> TestCall.TIME,
        new LocalState(Ticker.system(), LocalLimits.inMemory(Ticker.system())),
        null);
  }

  static AuthServices knowing(Identities identities) {
    return of(
        identities,
        call -> {
          throw new AssertionError("asked " + call.function());
        });
  }

  static AuthServices calling(FunctionInvoker functions) {
    return of(Identities.NONE, functions);
  }

  private static final class NoBackend implements BackendClient {
    @Override
    public BackendReply send(BackendAddress address, BackendRequest request) {
      throw new AssertionError("sent to " + address);
    }

    @Override
    public void close() {}
  }
}
