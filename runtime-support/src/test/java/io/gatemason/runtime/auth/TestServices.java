package io.gatemason.runtime.auth;

import io.gatemason.runtime.auth.identity.Identities;
import io.gatemason.runtime.auth.token.DocumentFetch;
import io.gatemason.runtime.clock.Ticker;
import io.gatemason.runtime.function.FunctionCall;
import io.gatemason.runtime.function.FunctionInvoker;
import io.gatemason.runtime.function.FunctionResult;
import io.gatemason.runtime.store.LocalLimits;
import io.gatemason.runtime.store.LocalState;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What authorizers share, without a network. */
final class TestServices {
  private TestServices() {}

  static AuthServices of(Identities identities, FunctionInvoker functions) {
    return of(identities, functions, TestServices::nowhere, "", Ticker.system());
  }

  private static AuthServices of(
      Identities identities,
      FunctionInvoker functions,
      DocumentFetch documents,
      String userPoolEndpoint,
      Ticker ticker) {
    return new AuthServices(
        new AuthOptions(
            "us-east-1",
            identities,
            true,
            10_000,
            1_000_000,
            Duration.ofMinutes(1),
            () -> userPoolEndpoint),
        functions,
        documents,
        ticker,
        () -> TestCall.TIME,
        new LocalState(ticker, LocalLimits.inMemory(ticker)),
        null);
  }

  static AuthServices knowing(Identities identities) {
    return of(identities, TestServices::nobody);
  }

  static AuthServices calling(FunctionInvoker functions) {
    return calling(functions, Ticker.system());
  }

  static AuthServices calling(FunctionInvoker functions, Ticker ticker) {
    return of(Identities.NONE, functions, TestServices::nowhere, "", ticker);
  }

  /** With documents by their addresses, and user pools at another address, "" for their own. */
  static AuthServices fetching(Map<String, byte[]> documents, String userPoolEndpoint) {
    return of(
        Identities.NONE,
        TestServices::nobody,
        (url, maximumBytes, timeoutMillis) -> {
          byte @Nullable [] document = documents.get(url);
          if (document == null) {
            throw new IOException("nothing at " + url);
          }
          return document;
        },
        userPoolEndpoint,
        Ticker.system());
  }

  private static FunctionResult nobody(FunctionCall call) {
    throw new AssertionError("asked " + call.function());
  }

  private static byte[] nowhere(String url, int maximumBytes, int timeoutMillis) {
    throw new AssertionError("asked for " + url);
  }
}
