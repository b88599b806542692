package io.gatemason.runtime.service;

import io.gatemason.runtime.clock.WallClock;
import io.gatemason.runtime.config.Switch;
import io.gatemason.runtime.store.LimitStore;
import io.gatemason.runtime.throttle.ApiKey;
import io.gatemason.runtime.throttle.KeyRing;
import io.gatemason.runtime.throttle.Rates;
import io.gatemason.runtime.throttle.UsagePlan;
import io.gatemason.runtime.throttle.UsagePlans;
import io.helidon.config.Config;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Opens usage plans with their keys, as settings complete them. */
final class ClientSettings {
  private static final System.Logger LOG = System.getLogger(ClientSettings.class.getName());
  private static final String CHARACTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final int MADE_UP_LENGTH = 40;

  /** For the life of the process, so that versions of a service that follow each other agree. */
  private static final Map<String, String> MADE_UP = new ConcurrentHashMap<>();

  private ClientSettings() {}

  /**
   * Plans and keys that a template defines, with values and dates of settings and with the keys of
   * the file of keys.
   *
   * @throws IllegalArgumentException if a setting is unusable
   * @throws UncheckedIOException if the file of keys cannot be read
   */
  static UsagePlans open(
      Config config, LimitStore store, List<UsagePlan> plans, List<ApiKey> keys) {
    List<UsagePlan> dated = plans.stream().map(plan -> dated(config, plan)).toList();
    return new UsagePlans(
        dated, ring(config, keys, plans), store, WallClock.system(), account(config));
  }

  /** The file of keys, empty if there is none. */
  static Optional<Path> keyFile(Config config) {
    return config.get("gateway.api-keys.file").asString().map(Path::of);
  }

  private static UsagePlan dated(Config config, UsagePlan plan) {
    return config
        .get("gateway.usage-plans")
        .get(Config.Key.escapeName(plan.id()))
        .get("created")
        .as(LocalDate.class)
        .map(day -> plan.began(day.toEpochDay()))
        .orElse(plan);
  }

  private static KeyRing ring(Config config, List<ApiKey> defined, List<UsagePlan> plans) {
    List<ApiKey> keys = new ArrayList<>();
    defined.forEach(key -> keys.add(valued(config, key)));
    Optional<Path> file = keyFile(config);
    try {
      return file.isPresent() ? KeyRing.withFile(keys, file.get(), plans) : KeyRing.of(keys);
    } catch (IOException e) {
      throw new UncheckedIOException("the file of API keys cannot be used", e);
    }
  }

  private static ApiKey valued(Config config, ApiKey key) {
    Config settings = config.get("gateway.api-keys");
    Optional<String> value =
        settings
            .get(Config.Key.escapeName(key.id()))
            .get("value")
            .asString()
            .asOptional()
            .filter(text -> !text.isBlank());
    if (value.isPresent()) {
      if (!ApiKey.isUsual(value.get())) {
        LOG.log(
            System.Logger.Level.WARNING,
            "gateway.api-keys.{0}.value: the managed service takes keys of 20 to 128 characters"
                + " only",
            key.id());
      }
      return key.value(value.get());
    }
    if (!key.hasValue() && Switch.read(settings.get("make-up")).orElse(false)) {
      return key.value(MADE_UP.computeIfAbsent(key.id(), ClientSettings::madeUp));
    }
    if (!key.hasValue() && keyFile(config).isEmpty()) {
      LOG.log(
          System.Logger.Level.WARNING,
          "API key {0} has no value, so nobody can use it: set gateway.api-keys.{0}.value",
          key.id());
    }
    return key;
  }

  private static String madeUp(String id) {
    SecureRandom random = new SecureRandom();
    StringBuilder value = new StringBuilder(MADE_UP_LENGTH);
    for (int i = 0; i < MADE_UP_LENGTH; i++) {
      value.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
    }
    LOG.log(System.Logger.Level.INFO, "API key {0} is made up: {1}", id, value);
    return value.toString();
  }

  private static @Nullable Rates account(Config config) {
    Config throttle = config.get("gateway.throttle");
    Config rate = throttle.get("rate-limit");
    Config burst = throttle.get("burst-limit");
    if (!rate.exists() && !burst.exists()) {
      return null;
    }
    double perSecond = rate.asDouble().orElse(Rates.DEFAULT_RATE);
    long atOnce = burst.asLong().orElse(Rates.DEFAULT_BURST);
    if (!(perSecond >= 0) || atOnce < 0) {
      throw new IllegalArgumentException(
          throttle.key() + " has a rate and a burst from 0 on, not " + perSecond + ", " + atOnce);
    }
    return new Rates(perSecond, atOnce);
  }
}
