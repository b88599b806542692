package io.gatemason.runtime.throttle;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An API key. Its value is never kept, only the SHA-256 of it. Immutable; every method that says
 * more gives a new key. Source: {@code docs/behaviour/clients.md#api-keys}.
 */
public final class ApiKey {
  private static final int SHORTEST = 20;
  private static final int LONGEST = 128;

  private final @Nullable String id;
  private final String name;
  private final @Nullable KeyDigest digest;
  private final boolean enabled;
  private final List<String> plans;

  /**
   * A key.
   *
   * @param id null for one that is called after its digest, which it has
   */
  ApiKey(
      @Nullable String id,
      String name,
      @Nullable KeyDigest digest,
      boolean enabled,
      List<String> plans) {
    this.id = id;
    this.name = name;
    this.digest = digest;
    this.enabled = enabled;
    this.plans = plans;
  }

  /** The key {@code id} without a value, switched off and in no plan. */
  public static ApiKey of(String id, String name) {
    return new ApiKey(id, name, null, false, List.of());
  }

  /** The same with the SHA-256 of its value, in 64 hexadecimal digits. */
  public ApiKey sha256(String hex) {
    return new ApiKey(id, name, KeyDigest.parse(hex), enabled, plans);
  }

  /** The same with a value. */
  public ApiKey value(String value) {
    return new ApiKey(id, name, KeyDigest.of(value), enabled, plans);
  }

  /** The same, switched on. */
  public ApiKey enabled() {
    return new ApiKey(id, name, digest, true, plans);
  }

  /** The same in one more usage plan. */
  public ApiKey plan(String planId) {
    List<String> more = new ArrayList<>(plans);
    more.add(planId);
    return new ApiKey(id, name, digest, enabled, List.copyOf(more));
  }

  /** Whether the managed service takes keys with such a value: of 20 to 128 characters. */
  public static boolean isUsual(String value) {
    return value.length() >= SHORTEST && value.length() <= LONGEST;
  }

  /** The same with the value of a line of a file, its plans too, and off if the line is. */
  ApiKey with(ApiKey line) {
    List<String> more = new ArrayList<>(plans);
    more.addAll(line.plans);
    return new ApiKey(id, name, line.digest, enabled && line.enabled, List.copyOf(more));
  }

  /** The key's id. */
  public String id() {
    return id == null ? Objects.requireNonNull(digest).id() : id;
  }

  /** The key's name. */
  public String name() {
    return name;
  }

  /** Whether the key has a value; one without is never accepted. */
  public boolean hasValue() {
    return digest != null;
  }

  @Nullable KeyDigest digest() {
    return digest;
  }

  boolean isEnabled() {
    return enabled;
  }

  /** Ids of usage plans, in the order in which they were given. */
  List<String> plans() {
    return plans;
  }
}
