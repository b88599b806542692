package io.gatemason.runtime.template;

import java.io.Serial;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What templates of one exchange override below one member of {@code $context}. Each parameter can
 * be overridden once; a second time is an error, with the same value too (developer guide, override
 * parameters).
 */
final class OverrideMap extends ContextMap<@Nullable Object> {
  @Serial private static final long serialVersionUID = 1L;

  private OverrideMap() {}

  /** An empty map of parameters; templates may name some by numbers, which are no texts. */
  @SuppressWarnings("unchecked")
  static Map<String, @Nullable Object> create() {
    return (Map<String, @Nullable Object>) (Map<?, ?>) new OverrideMap();
  }

  /** Sets a parameter; maps of parameters, such as all headers, can be replaced. */
  @Override
  public @Nullable Object put(@Nullable Object name, @Nullable Object value) {
    Object former = super.put(name, value);
    if (former != null && !(former instanceof Map)) {
      throw new TemplateException("\"" + Values.text(name) + "\" is overridden a second time");
    }
    return former;
  }

  @Override
  public void putAll(Map<? extends @Nullable Object, ? extends @Nullable Object> values) {
    values.forEach(this::put);
  }
}
