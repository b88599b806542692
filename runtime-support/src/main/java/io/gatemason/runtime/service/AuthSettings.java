package io.gatemason.runtime.service;

import io.gatemason.runtime.auth.AuthOptions;
import io.gatemason.runtime.auth.HttpDocuments;
import io.gatemason.runtime.auth.TrustedAddress;
import io.gatemason.runtime.auth.identity.Identities;
import io.gatemason.runtime.auth.identity.IdentitiesFile;
import io.gatemason.runtime.auth.identity.KeyService;
import io.gatemason.runtime.aws.AwsSettings;
import io.gatemason.runtime.clock.Ticker;
import io.gatemason.runtime.clock.WallClock;
import io.gatemason.runtime.config.Switch;
import io.gatemason.runtime.exchange.ApiInfo;
import io.helidon.config.Config;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Runtime settings of authorization. Immutable.
 *
 * <ul>
 *   <li>{@code gateway.iam.identities-file}: who signs with which key
 *   <li>{@code gateway.iam.key-service.url}: a service that knows further keys
 *   <li>{@code gateway.iam.explain-signatures} (true): whether clients are told the text that they
 *       should have signed
 *   <li>{@code gateway.authorizers.timeout} (PT10S): how long an authorizer function may take
 *   <li>{@code gateway.authorizers.cache-bytes} (33554432): what their kept results may weigh
 *   <li>{@code gateway.tokens.clock-skew} (PT0S): by how much the clocks of issuers may differ
 * </ul>
 */
final class AuthSettings {
  private static final long RESULT_BYTES = 33_554_432;

  private final Config config;
  private final AwsSettings aws;

  /** Settings of {@code config}, and the region and endpoints of {@code aws}. */
  AuthSettings(Config config, AwsSettings aws) {
    this.config = config;
    this.aws = aws;
  }

  /**
   * The authorizers' options.
   *
   * @throws IllegalArgumentException if a setting is unusable
   */
  AuthOptions options(HttpDocuments documents, Ticker ticker, WallClock clock) {
    return new AuthOptions(
        aws.region(),
        identities(documents, ticker, clock),
        Switch.read(config.get("gateway.iam.explain-signatures")).orElse(true),
        timeoutMillis(),
        config.get("gateway.authorizers.cache-bytes").asLong().orElse(RESULT_BYTES),
        config.get("gateway.tokens.clock-skew").as(Duration.class).orElse(Duration.ZERO),
        this::userPoolEndpoint);
  }

  private int timeoutMillis() {
    Duration timeout =
        config.get("gateway.authorizers.timeout").as(Duration.class).orElse(Duration.ofSeconds(10));
    if (timeout.toMillis() < 1 || timeout.compareTo(Duration.ofMinutes(15)) > 0) {
      throw new IllegalArgumentException("gateway.authorizers.timeout: " + timeout);
    }
    return (int) timeout.toMillis();
  }

  /**
   * Where user pools are reached instead of their public host, "" if nowhere.
   *
   * @throws IllegalArgumentException if that is plain http to another machine and not set for user
   *     pools alone: who answers there could make tokens
   */
  private String userPoolEndpoint() {
    String url = aws.endpointUrlOf("cognito-idp");
    if (url == null) {
      return "";
    }
    if (!TrustedAddress.is(url) && !aws.hasOwnEndpointUrl("cognito-idp")) {
      throw new IllegalArgumentException(
          "keys of user pools would be fetched from "
              + url
              + " without TLS; set gateway.aws.endpoint-urls.cognito-idp if that is meant");
    }
    return url;
  }

  private Identities identities(HttpDocuments documents, Ticker ticker, WallClock clock) {
    Optional<IdentitiesFile> file =
        config
            .get("gateway.iam.identities-file")
            .asString()
            .asOptional()
            .map(name -> file(name, ticker));
    Optional<String> url = config.get("gateway.iam.key-service.url").asString().asOptional();
    Identities known = file.map(Identities.class::cast).orElse(Identities.NONE);
    if (url.isEmpty()) {
      return known;
    }
    if (!TrustedAddress.is(url.get())) {
      throw new IllegalArgumentException(
          "gateway.iam.key-service.url has to be https, or lead to this machine: " + url.get());
    }
    return known.orElse(new KeyService(url.get(), documents::answer, clock, ticker));
  }

  private IdentitiesFile file(String name, Ticker ticker) {
    try {
      IdentitiesFile file = IdentitiesFile.open(Path.of(name), ticker);
      String account = ConfiguredStage.account(config).orElse(ApiInfo.of("", "").accountId());
      if (!file.account().isEmpty() && !file.account().equals(account)) {
        throw new IllegalArgumentException(
            "gateway.account-id is "
                + account
                + ", but the identities file "
                + name
                + " is of account "
                + file.account());
      }
      return file;
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "the identities file " + name + " cannot be used: " + e.getMessage(), e);
    }
  }
}
