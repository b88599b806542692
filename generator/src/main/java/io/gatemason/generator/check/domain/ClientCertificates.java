package io.gatemason.generator.check.domain;

import io.gatemason.generator.check.rule.ServiceCheck;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.DomainCodes;
import io.gatemason.generator.model.Api;
import io.gatemason.generator.model.service.Service;
import io.gatemason.generator.model.stage.Stage;

/**
 * The certificate that a stage shows to its backends is a matter of settings ({@code
 * docs/behaviour/integrations.md#client-certificates}).
 */
public final class ClientCertificates implements ServiceCheck {
  /** What the settings of a stage's certificate stand below. */
  public static String settings(Api api, Stage stage) {
    return "gateway.apis.%s.stages.%s.client-certificate".formatted(api.id(), stage.name());
  }

  @Override
  public void check(Service service, Diagnostics diagnostics) {
    for (Api api : service.apis()) {
      for (Stage stage : api.stages()) {
        stage
            .settings()
            .clientCertificate()
            .ifPresent(
                certificate ->
                    diagnostics.report(
                        DomainCodes.GM2612,
                        certificate.range(),
                        "the certificate of stage \"" + stage.name() + "\" is not in a template",
                        "name its files by the settings " + settings(api, stage)));
      }
    }
  }
}
