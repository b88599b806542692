package io.gatemason.runtime.service;

import io.gatemason.runtime.aws.AwsCalls;
import io.gatemason.runtime.aws.AwsSettings;
import io.gatemason.runtime.aws.AwsSigner;
import io.gatemason.runtime.clock.WallClock;
import io.gatemason.runtime.function.RemoteFunctions;
import io.gatemason.runtime.integration.AwsBackend;
import io.gatemason.runtime.transport.BackendClient;
import org.jspecify.annotations.Nullable;

/** The way to functions and services of AWS. Safe for concurrent use. */
final class AwsAccess {
  private final AwsCalls calls;
  private final AwsSettings settings;
  private @Nullable AwsSigner signer;

  AwsAccess(BackendClient client, AwsSettings settings) {
    this.calls = new AwsCalls(client);
    this.settings = settings;
  }

  /** Invokes functions over the network. */
  RemoteFunctions functions() {
    return new RemoteFunctions(calls, signer(), settings);
  }

  /** Calls services. */
  AwsBackend services() {
    return new AwsBackend(calls, signer());
  }

  /** Made when first asked for: a service that calls no AWS service loads nothing of the SDK. */
  private synchronized AwsSigner signer() {
    AwsSigner known = signer;
    if (known == null) {
      known = new AwsSigner(settings, calls, WallClock.system());
      signer = known;
    }
    return known;
  }
}
