package io.gatemason.runtime.trace;

import io.gatemason.runtime.client.TraceHeader;
import io.gatemason.runtime.exchange.Call;
import io.gatemason.runtime.exchange.CallTrace;
import io.gatemason.runtime.exchange.Exchange;

/** A trace that is passed on and not recorded. Immutable. */
final class PassedTrace implements CallTrace {
  private final Propagation propagation;
  private final String state;

  PassedTrace(Propagation propagation, String state) {
    this.propagation = propagation;
    this.state = state;
  }

  @Override
  public void carry(Call call, Headers headers) {
    if (call instanceof Exchange exchange && propagation.addsHeaders()) {
      TraceHeader header = TraceHeader.read(call.traceId());
      propagation.write(header, state, exchange.head().fields(), headers);
    }
  }
}
