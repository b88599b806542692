package io.gatemason.runtime.template;

import java.io.Serial;
import java.util.ArrayList;

/** A list that came from JSON; it prints as compact JSON, unlike lists made in templates. */
final class JsonArray extends ArrayList<Object> {
  @Serial private static final long serialVersionUID = 1L;

  @Override
  public String toString() {
    return JsonText.of(this);
  }
}
