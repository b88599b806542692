package io.gatemason.generator.model;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A Java method that a function's invocations are handed to.
 *
 * @param type its class
 * @param method its name
 * @param isStatic whether it needs no instance
 * @param arguments what it takes, in order
 * @param eventType the type of its argument {@link Argument#EVENT}, null without one
 * @param resultType what it returns, null for nothing
 * @param binding how it gets its events
 * @param throwsChecked whether it declares checked exceptions
 * @param constructorThrowsChecked whether making an instance declares some
 */
public record HandlerSignature(
    JavaType type,
    String method,
    boolean isStatic,
    List<Argument> arguments,
    @Nullable JavaType eventType,
    @Nullable JavaType resultType,
    Binding binding,
    boolean throwsChecked,
    boolean constructorThrowsChecked)
    implements Serializable {

  /** What a handler can take. */
  public enum Argument {
    EVENT,
    INPUT_STREAM,
    OUTPUT_STREAM,
    CONTEXT
  }

  /** What stands between a request and the event that a handler takes. */
  public enum Binding {
    /** JSON, which is bound to whatever it takes. */
    JSON,
    /**
     * Nothing: it takes and returns the events library's classes for REST proxies, and they have
     * all members that the runtime uses.
     */
    PROXY_CLASSES,
    /** Nothing: as before, with the classes of version 2.0 of the event. */
    ROUTE_CLASSES
  }

  public HandlerSignature {
    arguments = List.copyOf(arguments);
  }

  /** The type to which events are bound; empty where it takes none, or the stream. */
  public Optional<JavaType> event() {
    return Optional.ofNullable(eventType);
  }

  /** What is written as the result; empty where it returns nothing, or writes a stream itself. */
  public Optional<JavaType> result() {
    return Optional.ofNullable(resultType).filter(type -> !streams());
  }

  /** Whether it reads or writes JSON itself. */
  public boolean streams() {
    return arguments.contains(Argument.INPUT_STREAM) || arguments.contains(Argument.OUTPUT_STREAM);
  }
}
