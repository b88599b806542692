package io.gatemason.runtime.server;

import io.gatemason.runtime.client.ClientAnswer;
import io.gatemason.runtime.client.ClientRequest;
import io.gatemason.runtime.exchange.Limits;
import io.gatemason.runtime.server.wire.Refusals;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a request has to pass before its method is looked for, in the order of the managed service:
 * first what needs no API, then the API and its stage. Safe for concurrent use.
 */
final class Admissions {
  /** One line for each; the order is that in which they are asked. */
  static final List<Function<Entrance, Admission>> ORDER =
      List.of(
          Admissions::health,
          Admissions::targetLength,
          Admissions::targetGrammar,
          Admissions::declaredLength,
          Admissions::place,
          Admissions::stage);

  /**
   * What admissions look at.
   *
   * @param apis the APIs in force, which find the API and stage of a request
   * @param limits the limits in force
   * @param readiness whether the service would like to get requests
   * @param overload the places for requests
   * @param access who may talk to a host at all
   */
  record Entrance(
      Supplier<ApiDirectory> apis,
      Limits limits,
      Readiness readiness,
      Overload overload,
      DomainAccess access) {}

  private final Admission[] admissions;

  Admissions(Entrance entrance) {
    this.admissions = ORDER.stream().map(each -> each.apply(entrance)).toArray(Admission[]::new);
  }

  /** Whether the request may go on; otherwise it is answered. */
  boolean admit(Approach approach) {
    for (Admission admission : admissions) {
      if (admission.answers(approach)) {
        return false;
      }
    }
    return true;
  }

  /** Whoever watches the process asks it; only the endpoint of an HTTP API has such paths. */
  private static Admission health(Entrance entrance) {
    return approach -> {
      ClientRequest request = approach.request();
      boolean ping = approach.sentPath().equals("/ping");
      if (!ping && !approach.sentPath().equals("/sping")) {
        return false;
      }
      if (entrance.apis.get().isEndpointOfHttpApi(entrance.access.host(request))) {
        return false;
      }
      if (ping) {
        FixedAnswers.alive(request, approach.answer());
      } else {
        FixedAnswers.ready(request, approach.answer(), entrance.readiness.ready());
      }
      return true;
    };
  }

  private static Admission targetLength(Entrance entrance) {
    return approach -> {
      boolean tooLong = approach.request().targetLength() > entrance.limits.urlBytes();
      if (tooLong) {
        FixedAnswers.uriTooLong(approach.request(), approach.answer());
      }
      return tooLong;
    };
  }

  private static Admission targetGrammar(Entrance entrance) {
    return approach -> {
      ClientRequest request = approach.request();
      String sent = approach.sentPath();
      String path =
          RequestTarget.malformed(sent, request.rawQuery()) ? null : CanonicalPath.of(sent);
      if (path == null) {
        FixedAnswers.badRequest(request, approach.answer());
        return true;
      }
      approach.path(path);
      return false;
    };
  }

  private static Admission declaredLength(Entrance entrance) {
    int most = entrance.limits.payloadBytes();
    return approach -> {
      ClientRequest request = approach.request();
      if (request.bodyLength() <= most) {
        return false;
      }
      String host = entrance.access.host(request);
      if (entrance.apis.get().isHttpApi(host, request.fields(), approach.path())) {
        FixedAnswers.httpApiPayloadTooLarge(request, approach.answer());
      } else {
        FixedAnswers.payloadTooLarge(approach.answer(), most);
      }
      return true;
    };
  }

  /** Nobody waits for a place; who has taken one leaves it in the end. */
  private static Admission place(Entrance entrance) {
    Overload overload = entrance.overload;
    return approach -> {
      if (overload.enter()) {
        approach.onLeaving(overload::leave);
        return false;
      }
      Refusals.overloaded(approach.answer());
      return true;
    };
  }

  private static Admission stage(Entrance entrance) {
    return approach -> {
      ClientRequest request = approach.request();
      ClientAnswer answer = approach.answer();
      String host = entrance.access.host(request);
      Destination found = entrance.apis.get().find(host, request.fields(), approach.path());
      if (found == null) {
        switch (entrance.apis.get().absence(host, request.fields())) {
          case NO_API -> FixedAnswers.forbidden(request, answer);
          case NO_STAGE -> FixedAnswers.httpApiNotFound(request, answer);
          case CLOSED -> FixedAnswers.httpApiForbidden(request, answer);
        }
        return true;
      }
      approach.found(found.served().drawn(), found.path());
      entrance
          .access
          .refusal(host, request, found.served().info().endpoint())
          .ifPresent(approach::refuse);
      approach.judgedBy(entrance.access.judge(host, request));
      return false;
    };
  }
}
