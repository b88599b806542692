package io.gatemason.generator.emit;

import com.palantir.javapoet.JavaFile;
import io.gatemason.generator.emit.code.Emitter;
import io.gatemason.generator.emit.code.FileFrame;
import io.gatemason.generator.emit.method.EmitMethods;
import io.gatemason.generator.emit.text.Tidy;
import io.gatemason.generator.layout.ServiceLayout;
import java.util.List;

/** The kinds of generated files, in the order in which they are written. */
public final class Emitters {
  private Emitters() {}

  /** The text of a printed file, laid out as the code around it. */
  public static String text(JavaFile file) {
    return Tidy.file(file.toString());
  }

  /**
   * Prints a service.
   *
   * @param sourceLines whether files name source lines, besides JSON pointers
   */
  public static List<JavaFile> emit(ServiceLayout service, boolean sourceLines) {
    FileFrame frame = new FileFrame(sourceLines);
    List<Emitter> emitters =
        List.of(
            new EmitGateway(frame),
            new EmitUsagePlans(frame),
            new EmitApis(frame),
            new EmitStages(frame),
            new EmitRoutes(frame),
            new EmitMethods(frame),
            new EmitTemplates(frame),
            new EmitModels(frame),
            new EmitGatewayResponses(frame),
            new EmitFunctionList(frame),
            new EmitFunctions(frame));
    return emitters.stream().flatMap(emitter -> emitter.emit(service).stream()).toList();
  }
}
