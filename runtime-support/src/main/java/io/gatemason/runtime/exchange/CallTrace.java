package io.gatemason.runtime.exchange;

import io.gatemason.runtime.exchange.CallRecord.Phase;
import org.jspecify.annotations.Nullable;

/**
 * What is recorded of one call for a trace of all services that it goes through. Belongs to the
 * thread that serves the call. Source: {@code docs/behaviour/tracing.md}.
 */
public interface CallTrace {
  /** Nothing is recorded, and nothing is passed on that is not passed on anyway. */
  CallTrace NONE =
      new CallTrace() {
        @Override
        public void carry(Call call, Headers headers) {
          // The trace header is there already.
        }
      };

  /** Whether it is recorded; only then somebody wants to know what is called. */
  default boolean records() {
    return false;
  }

  /** The id of the trace in the form of W3C if it is recorded, else null. */
  default @Nullable String recordedTraceId() {
    return null;
  }

  /** The id of the span of the call if it is recorded, else null. */
  default @Nullable String recordedSpanId() {
    return null;
  }

  /** A part of the call begins. */
  default void begins(Phase phase) {}

  /** The part of the call that began last is over. */
  default void ends(Phase phase) {}

  /**
   * The integration is about to be called; from here on the trace header names this call.
   *
   * @param called what is called
   */
  default void calls(Called called) {}

  /** The integration has answered, with its head at least, or will not answer any more. */
  default void answers() {}

  /** Puts what passes the trace on into the headers of the request to the integration. */
  void carry(Call call, Headers headers);

  /** Headers of a request that is about to be sent. */
  interface Headers {

    /** The first value of a header, null without one. */
    @Nullable String first(String name);

    /** Replaces all lines of that name by one. */
    void set(String name, String value);

    /** Removes all lines of that name. */
    void remove(String name);
  }

  /**
   * What is called.
   *
   * @param kind which kind of service it is
   * @param operation the verb of a request, or the action of an AWS service
   * @param target the URL, or the ARN or name of a function
   * @param service the name of the host, of the AWS service, or of the function
   * @param region of an AWS service, "" for others
   */
  record Called(Kind kind, String operation, String target, String service, String region) {

    /** Kinds of services. */
    public enum Kind {
      HTTP,
      AWS,
      FUNCTION
    }
  }

  /**
   * What is called as the integration, as far as measures tell it apart.
   *
   * @param kind which kind of service it is, null before any is called
   * @param method the verb of the request, "" for what is no HTTP backend
   * @param host the name of the HTTP backend, "" for others
   */
  record Callee(Called.@Nullable Kind kind, String method, String host) {
    static final Callee NONE = new Callee(null, "", "");

    /** A function. */
    public static final Callee FUNCTION = new Callee(Called.Kind.FUNCTION, "", "");

    /** A service of AWS. */
    public static final Callee AWS = new Callee(Called.Kind.AWS, "", "");
  }
}
