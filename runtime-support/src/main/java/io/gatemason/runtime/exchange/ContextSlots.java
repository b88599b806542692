package io.gatemason.runtime.exchange;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one table of what is known about a call, {@code $context}: steps write what they find out,
 * and mappings, templates, events, policies and logs read it. What follows from the call alone is
 * there from the start, computed when it is asked for. A variable without a value is null, or an
 * empty value list. Belongs to the thread that serves the call.
 */
public final class ContextSlots {
  private final Function<ContextVariable, @Nullable String> known;
  private @Nullable Map<ContextVariable, Object> slots;
  private Map<String, @Nullable Object> authorizer = Map.of();
  private String usageIdentifierKey = "";
  private BooleanSupplier invalidation = () -> false;
  private Map<Class<?>, Object> left = Map.of();
  private Map<String, Object> overrides = Map.of();

  /** Slots over what is known from the start. */
  public ContextSlots(Function<ContextVariable, @Nullable String> known) {
    this.known = known;
  }

  /** Sets a variable; null takes a value back that was set. */
  public void set(ContextVariable variable, @Nullable String value) {
    put(variable, value);
  }

  /** Sets a variable to what {@code value} gives each time that the variable is read. */
  public void setLazily(ContextVariable variable, Supplier<@Nullable String> value) {
    put(variable, value);
  }

  private void put(ContextVariable variable, @Nullable Object value) {
    Map<ContextVariable, Object> table = slots;
    if (table == null) {
      table = new EnumMap<>(ContextVariable.class);
      slots = table;
    }
    if (value == null) {
      table.remove(variable);
    } else {
      table.put(variable, value);
    }
  }

  /** A variable as text, null if it has no value. */
  public @Nullable String text(ContextVariable variable) {
    Object set = slots == null ? null : slots.get(variable);
    if (set == null) {
      return known.apply(variable);
    }
    return set instanceof Supplier<?> lazy ? (String) lazy.get() : (String) set;
  }

  /** A variable as text, {@code ifMissing} if it has no value. */
  public String text(ContextVariable variable, String ifMissing) {
    String value = text(variable);
    return value == null ? ifMissing : value;
  }

  /** A variable as a value list: one text, or nothing. */
  public List<String> values(ContextVariable variable) {
    String value = text(variable);
    return value == null ? List.of() : List.of(value);
  }

  /**
   * Sets what the authorizer said, by name and in its order: texts, numbers, truth values, null,
   * maps and lists, {@code principalId} and {@code claims} among them. Nobody changes them from now
   * on.
   */
  public void authorizer(Map<String, ? extends @Nullable Object> entries) {
    authorizer = Collections.unmodifiableMap(entries);
  }

  /** What the authorizer said, empty if none ran. */
  public Map<String, @Nullable Object> authorizer() {
    return authorizer;
  }

  /**
   * What the authorizer said under that name, {@code claims} and the claim's name for a claim, as a
   * value list; a map or a list has no text.
   */
  public List<String> authorizer(String... path) {
    Object value = authorizer;
    for (String name : path) {
      value = value instanceof Map<?, ?> map ? map.get(name) : null;
    }
    return value == null || value instanceof Map || value instanceof List
        ? List.of()
        : List.of(value.toString());
  }

  /**
   * Says what a template overrides, which is filled while it runs.
   *
   * @param side {@code requestOverride} or {@code responseOverride}
   * @param values maps of headers and the like, and values
   */
  public void overrides(String side, Map<String, Object> values) {
    Map<String, Object> more = new HashMap<>(overrides);
    more.put(side, values);
    overrides = more;
  }

  /**
   * What a template set, {@code requestOverride}, {@code header} and the header's name for a
   * header; null for nothing.
   */
  public @Nullable String override(String... path) {
    Object value = overrides;
    for (String name : path) {
      value = value instanceof Map<?, ?> map ? map.get(name) : null;
    }
    return value == null || value instanceof Map ? null : value.toString();
  }

  /** Sets the API key that the authorizer gave the caller. */
  public void usageIdentifierKey(String key) {
    usageIdentifierKey = key;
  }

  /** The API key that the authorizer gave the caller, "" if it gave none. */
  public String usageIdentifierKey() {
    return usageIdentifierKey;
  }

  /**
   * Sets how to judge, when somebody wants to know, whether the caller may renew cached answers.
   */
  public void invalidation(BooleanSupplier allowed) {
    invalidation = allowed;
  }

  /** Whether the caller may renew cached answers; not unless a step has said so. */
  public boolean invalidationAllowed() {
    return invalidation.getAsBoolean();
  }

  /**
   * What outlasts the call: what the authorizer said, and what steps have left for steps of later
   * calls over the same connection.
   */
  public ContextSlots lasting() {
    ContextSlots lasting = new ContextSlots(variable -> null);
    lasting.inherit(this);
    return lasting;
  }

  /** Takes over what has outlasted an earlier call over the same connection. */
  public void inherit(ContextSlots earlier) {
    authorizer = earlier.authorizer;
    usageIdentifierKey = earlier.usageIdentifierKey;
    left = earlier.left.isEmpty() ? Map.of() : new HashMap<>(earlier.left);
  }

  /** Leaves a value for a later step of the same room, which finds it by its class. */
  public <T> void leave(Class<T> type, T value) {
    if (left.isEmpty()) {
      left = HashMap.newHashMap(2);
    }
    left.put(type, value);
  }

  /** What an earlier step left, null if nothing of that class. */
  public <T> @Nullable T left(Class<T> type) {
    return type.cast(left.get(type));
  }
}
