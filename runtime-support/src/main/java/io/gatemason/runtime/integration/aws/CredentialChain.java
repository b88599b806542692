package io.gatemason.runtime.integration.aws;

import io.gatemason.runtime.clock.WallClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
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
  private final ReentrantLock lock = new ReentrantLock();
  private volatile @Nullable AwsCredentialsProvider chain;
  private volatile long missingUntil;
  private volatile boolean reported;

  CredentialChain(AwsSettings settings, SecurityTokenService sts, WallClock clock) {
    this.settings = settings;
    this.sts = sts;
    this.clock = clock;
  }

  /** Made when first needed: loading its classes would prolong every start. */
  private AwsCredentialsProvider chain() {
    lock.lock();
    try {
      AwsCredentialsProvider known = chain;
      if (known == null) {
        known =
            AwsCredentialsProviderChain.of(
                SystemPropertyCredentialsProvider.create(),
                EnvironmentVariableCredentialsProvider.create(),
                webIdentity(),
                ProfileCredentialsProvider.create(),
                ContainerCredentialsProvider.create(),
                InstanceProfileCredentialsProvider.create());
        chain = known;
      }
      return known;
    } finally {
      lock.unlock();
    }
  }

  /**
   * The credentials, null if there are none: this is logged once, and looked for again after a
   * minute, since some of the places take seconds to say so.
   */
  @Nullable AwsCredentialsIdentity find() {
    if (clock.epochMillis() < missingUntil) {
      return null;
    }
    AwsCredentialsProvider known = chain;
    try {
      AwsCredentials found = (known == null ? chain() : known).resolveCredentials();
      missingUntil = 0;
      reported = false;
      return found;
    } catch (SdkClientException e) {
      missingUntil = clock.epochMillis() + RETRY_MILLIS;
      if (!reported) {
        reported = true;
        LOG.log(
            System.Logger.Level.WARNING,
            "no AWS credentials: calls of AWS services are sent unsigned ({0})",
            e.getMessage());
      }
      return null;
    }
  }

  /** The SDK's own provider would need the whole client of STS. */
  private AwsCredentialsProvider webIdentity() {
    RefreshedCredentials credentials = new RefreshedCredentials(this::exchangeToken, clock);
    return () -> {
      try {
        return credentials.get();
      } catch (IOException e) {
        throw SdkClientException.create("web identity: " + e.getMessage(), e);
      }
    };
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
