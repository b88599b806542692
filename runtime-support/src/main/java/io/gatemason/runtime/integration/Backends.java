package io.gatemason.runtime.integration;

import io.gatemason.runtime.clock.Ticker;
import io.gatemason.runtime.clock.WallClock;
import io.gatemason.runtime.integration.aws.AwsSettings;
import io.gatemason.runtime.integration.aws.AwsSigner;
import io.gatemason.runtime.integration.lambda.FunctionInvoker;
import io.helidon.config.Config;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The backends of a service, with their connections. Opened once; safe for concurrent use. */
public final class Backends implements AutoCloseable {
  private final BackendClient client;
  private final HttpBackend http;
  private final AwsSettings settings;
  private final Map<String, FunctionInvoker> functions;
  private @Nullable AwsSigner signer;

  private Backends(
      BackendClient client,
      VpcLinks vpcLinks,
      AwsSettings settings,
      Map<String, FunctionInvoker> functions) {
    this.client = client;
    this.http = new HttpBackend(client, vpcLinks);
    this.settings = settings;
    this.functions = functions;
  }

  /** As {@link #open(Config, Map)}, with all functions invoked over the network. */
  public static Backends open(Config config) {
    return open(config, Map.of());
  }

  /**
   * Reads the settings {@code gateway.backend} and {@code gateway.vpc-links}; no backend is called
   * yet. Settings of AWS are described at {@link AwsSettings}.
   *
   * @param functions invokers of the functions, by their bare names, that are not invoked over the
   *     network; closing them is the caller's business
   * @throws IllegalArgumentException if a setting is unusable
   * @throws UncheckedIOException if the trust store cannot be read
   */
  public static Backends open(Config config, Map<String, FunctionInvoker> functions) {
    VpcLinks vpcLinks = new VpcLinks(config, Ticker.system());
    AwsSettings settings = new AwsSettings(config, System::getenv);
    try {
      return new Backends(
          new ApacheBackendClient(config), vpcLinks, settings, Map.copyOf(functions));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Calls HTTP backends. */
  public HttpBackend http() {
    return http;
  }

  /** Invokes functions. */
  public LambdaBackend lambda() {
    AwsCalls calls = new AwsCalls(client);
    return new LambdaBackend(functions, new RemoteFunctions(calls, signer(calls), settings));
  }

  /** Calls AWS services. */
  public AwsBackend aws() {
    AwsCalls calls = new AwsCalls(client);
    return new AwsBackend(calls, signer(calls));
  }

  /** Made when first asked for: a service that calls no AWS service loads nothing of the SDK. */
  private synchronized AwsSigner signer(AwsCalls calls) {
    AwsSigner known = signer;
    if (known == null) {
      known = new AwsSigner(settings, calls, WallClock.system());
      signer = known;
    }
    return known;
  }

  /** Closes all connections; calls in progress fail. */
  @Override
  public void close() {
    client.close();
  }
}
