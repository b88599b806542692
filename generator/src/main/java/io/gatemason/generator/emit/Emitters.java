package io.gatemason.generator.emit;

import io.gatemason.generator.emit.auth.EmitAuthorizers;
import io.gatemason.generator.emit.auth.EmitPolicies;
import io.gatemason.generator.emit.auth.EmitRouteAuthorizers;
import io.gatemason.generator.emit.code.Emitter;
import io.gatemason.generator.emit.code.FileFrame;
import io.gatemason.generator.emit.method.EmitMethods;
import io.gatemason.generator.emit.rest.EmitGatewayResponses;
import io.gatemason.generator.emit.rest.RestSettings;
import io.gatemason.generator.emit.waf.EmitWebAcls;
import io.gatemason.generator.layout.ApiLayout;
import io.gatemason.generator.layout.ServiceLayout;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of generated files, in the order in which they are written. */
public final class Emitters {
  private Emitters() {}

  /**
   * Prints a service.
   *
   * @param sourceLines whether files name source lines, besides JSON pointers
   */
  public static List<EmittedFile> emit(ServiceLayout service, boolean sourceLines) {
    FileFrame frame = new FileFrame(sourceLines);
    return Stream.concat(
            ofService(frame).stream()
                .flatMap(emitter -> emitter.emit(service).stream())
                .map(file -> new EmittedFile(Optional.empty(), file)),
            service.apis().stream().flatMap(api -> files(api, frame)))
        .toList();
  }

  private static Stream<EmittedFile> files(ApiLayout api, FileFrame frame) {
    return ofApi(frame).stream()
        .flatMap(emitter -> emitter.emit(api).stream())
        .map(file -> new EmittedFile(Optional.of(api.api().id()), file));
  }

  private static List<Emitter<ServiceLayout>> ofService(FileFrame frame) {
    return List.of(
        new EmitGateway(frame),
        new EmitUsagePlans(frame),
        new EmitDomains(frame),
        new EmitWebAcls(frame),
        new EmitFunctionList(frame),
        new EmitFunctions(frame));
  }

  private static List<Emitter<ApiLayout>> ofApi(FileFrame frame) {
    return List.of(
        new EmitApis(frame),
        new EmitStages(frame, List.of(new RestSettings(), new HttpSettings())),
        new EmitAccessLogs(frame),
        new EmitRoutes(frame),
        new EmitMessageRoutes(frame),
        new EmitMethods(frame),
        new EmitAuthorizers(frame),
        new EmitRouteAuthorizers(frame),
        new EmitPolicies(frame),
        new EmitTemplates(frame),
        new EmitModels(frame),
        new EmitGatewayResponses(frame));
  }
}
