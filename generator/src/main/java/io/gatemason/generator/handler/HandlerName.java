package io.gatemason.generator.handler;

import java.io.Serializable;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A handler as Lambda names it: {@code package.Class} or {@code package.Class::method}, a class
 * inside another one with {@code $} between them.
 *
 * @param className the class
 * @param method the method; empty text for the one of the handler interface that the class
 *     implements
 */
public record HandlerName(String className, String method) implements Serializable {
  private static final Pattern FORM =
      Pattern.compile("(\\p{Alpha}[\\w$]*(?:\\.\\p{Alpha}[\\w$]*)*)(?:::([\\p{Alpha}_$][\\w$]*))?");

  /** Reads a name; empty where the text is none. */
  public static Optional<HandlerName> of(String text) {
    Matcher form = FORM.matcher(text.strip());
    return form.matches()
        ? Optional.of(new HandlerName(form.group(1), form.group(2) == null ? "" : form.group(2)))
        : Optional.empty();
  }
}
