package io.gatemason.generator.layout.rest;

import io.gatemason.generator.diagnostics.Consequences;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.layout.integration.TemplateLayouts;
import io.gatemason.generator.model.ContextNames;
import io.gatemason.generator.model.HttpProxyIntegration;
import io.gatemason.generator.model.Integration;
import io.gatemason.generator.model.LambdaProxyIntegration;
import io.gatemason.generator.model.rest.ApiOfMethods;
import io.gatemason.generator.model.rest.Method;
import io.gatemason.generator.model.rest.RestApi;
import io.gatemason.generator.model.service.Service;
import io.gatemason.generator.model.websocket.WebSocketApi;
import io.gatemason.generator.vtl.VtlCompiler;

/**
 * Finds what is wrong with the mapping templates and payload models of APIs whose other parts have
 * errors already, so that one round shows everything.
 */
public final class ScriptsAndModels {
  private static final String PACKAGE = "check";

  private ScriptsAndModels() {}

  /**
   * Reports it, apart from what follows from earlier errors.
   *
   * @param compiler knows the variables of requests
   */
  public static void check(Service service, VtlCompiler compiler, Diagnostics diagnostics) {
    service.apis(RestApi.class).forEach(api -> check(api, compiler, diagnostics));
    VtlCompiler ofMessages = compiler.knowing(ContextNames.inMessages());
    service.apis(WebSocketApi.class).forEach(api -> check(api, ofMessages, diagnostics));
  }

  private static void check(ApiOfMethods api, VtlCompiler compiler, Diagnostics diagnostics) {
    Diagnostics own = new Diagnostics();
    TemplateLayouts templates = new TemplateLayouts(PACKAGE, compiler, own);
    api.methods().stream().map(Method::integration).forEach(each -> check(each, templates));
    new SchemaLayouts(api, PACKAGE, own);
    new Consequences(diagnostics).add(own);
  }

  private static void check(Integration integration, TemplateLayouts templates) {
    boolean proxy =
        integration instanceof HttpProxyIntegration
            || integration instanceof LambdaProxyIntegration;
    if (!proxy) {
      templates.texts("Request", "", integration.request().templates());
      integration
          .responses()
          .forEach(response -> templates.texts("Response", "", response.templates()));
    }
  }
}
