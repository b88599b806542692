package io.gatemason.runtime.aws;

import io.gatemason.runtime.clock.WallClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * The process's own credentials from the standard chain of the AWS SDK for Java: system properties,
 * environment variables, web identity token, profile files, container, instance metadata. Safe for
 * concurrent use.
 */
final class CredentialChain {
  private static final System.Logger LOG = System.getLogger(CredentialChain.class.getName());
  private static final long RETRY_MILLIS = 60_000;

  private final AwsSettings settings;
  private final SecurityTokenService sts;
  private final WallClock clock;
  private final RefreshedCredentials webIdentity;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile @Nullable AwsCredentialsProvider found;
  private volatile long missingUntil;
  private boolean reported;

  /** In the order of the standard chain; most are costly to make, and to ask. */
  private final List<Supplier<AwsCredentialsProvider>> places =
      List.of(
          SystemPropertyCredentialsProvider::create,
          EnvironmentVariableCredentialsProvider::create,
          () -> this::webIdentity,
          ProfileCredentialsProvider::create,
          ContainerCredentialsProvider::create,
          InstanceProfileCredentialsProvider::create);

  CredentialChain(AwsSettings settings, SecurityTokenService sts, WallClock clock) {
    this.settings = settings;
    this.sts = sts;
    this.clock = clock;
    this.webIdentity = new RefreshedCredentials(this::exchangeToken, clock);
  }

  /**
   * The credentials, null if there are none: this is logged once, and looked for again after a
   * minute, since some of the places take seconds to say so. A place that had them is asked first
   * from then on.
   */
  @Nullable AwsCredentialsIdentity find() {
    AwsCredentialsProvider known = found;
    if (known != null) {
      try {
        return known.resolveCredentials();
      } catch (RuntimeException e) {
        LOG.log(System.Logger.Level.WARNING, "AWS credentials are gone: {0}", reason(e));
      }
    }
    lock.lock();
    try {
      return clock.epochMillis() < missingUntil ? null : search();
    } finally {
      lock.unlock();
    }
  }

  private @Nullable AwsCredentialsIdentity search() {
    StringJoiner reasons = new StringJoiner("; ");
    for (Supplier<AwsCredentialsProvider> place : places) {
      try {
        AwsCredentialsProvider provider = place.get();
        AwsCredentials credentials = provider.resolveCredentials();
        found = provider;
        reported = false;
        return credentials;
      } catch (RuntimeException e) {
        reasons.add(reason(e));
      }
    }
    missingUntil = clock.epochMillis() + RETRY_MILLIS;
    if (!reported) {
      reported = true;
      LOG.log(
          System.Logger.Level.WARNING,
          "no AWS credentials: calls of AWS services are sent unsigned ({0})",
          reasons);
    }
    return null;
  }

  /** Other messages than the client's own may quote what a metadata service answered. */
  private static String reason(RuntimeException failure) {
    return failure instanceof SdkClientException
        ? String.valueOf(failure.getMessage())
        : failure.getClass().getSimpleName();
  }

  /** The SDK's own provider would need the whole client of STS. */
  private AwsCredentials webIdentity() {
    try {
      return webIdentity.get();
    } catch (IOException e) {
      throw SdkClientException.create("web identity: " + e.getMessage(), e);
    }
  }

  private AwsSessionCredentials exchangeToken() throws IOException {
    String file = required("AWS_WEB_IDENTITY_TOKEN_FILE");
    String role = required("AWS_ROLE_ARN");
    String session = settings.variable("AWS_ROLE_SESSION_NAME").orElse("gatemason");
    AwsEndpoint endpoint = AwsEndpoint.of("arn:aws:apigateway:" + settings.region() + ":sts");
    String token = Files.readString(Path.of(file)).strip();
    return sts.assumeRoleWithWebIdentity(endpoint, role, session, token);
  }

  private String required(String variable) throws IOException {
    return settings.variable(variable).orElseThrow(() -> new IOException(variable + " is not set"));
  }
}
