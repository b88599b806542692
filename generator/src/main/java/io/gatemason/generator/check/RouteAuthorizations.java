package io.gatemason.generator.check;

import io.gatemason.generator.diagnostics.DiagnosticCode;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.http.HttpApi;
import io.gatemason.generator.model.http.Route;
import io.gatemason.generator.model.http.RouteAuthorization;
import io.gatemason.generator.source.Range;

/** Routes of HTTP APIs whose authorization is not generated yet: they would refuse all requests. */
final class RouteAuthorizations {
  private RouteAuthorizations() {}

  static void check(HttpApi api, Diagnostics diagnostics) {
    for (Route route : api.routes()) {
      if (route.authorization() instanceof RouteAuthorization.ByAuthorizer by) {
        report(route, by.range(), diagnostics);
      } else if (route.authorization() instanceof RouteAuthorization.Iam iam) {
        report(route, iam.range(), diagnostics);
      }
    }
  }

  private static void report(Route route, Range range, Diagnostics diagnostics) {
    diagnostics.report(
        DiagnosticCode.GM2815,
        range,
        route.key().text() + ": authorization of HTTP APIs is not supported yet",
        "allow "
            + DiagnosticCode.GM2815
            + " to refuse all requests to the route, or remove the requirement");
  }
}
