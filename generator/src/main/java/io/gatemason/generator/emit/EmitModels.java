package io.gatemason.generator.emit;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import io.gatemason.generator.emit.code.Comments;
import io.gatemason.generator.emit.code.Emitter;
import io.gatemason.generator.emit.code.FileFrame;
import io.gatemason.generator.jsonschema.CompiledModel;
import io.gatemason.generator.layout.ApiLayout;
import io.gatemason.generator.model.PayloadModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The classes of payload models. */
final class EmitModels implements Emitter<ApiLayout> {
  private final FileFrame frame;

  EmitModels(FileFrame frame) {
    this.frame = frame;
  }

  @Override
  public List<JavaFile> emit(ApiLayout api) {
    List<JavaFile> files = new ArrayList<>();
    for (CompiledModel model : api.models()) {
      PayloadModel source =
          Objects.requireNonNull(api.api().payloadModels().get(model.model()), model.model());
      TypeSpec type =
          model.type().toBuilder()
              .addJavadoc("Model $L.\n", Comments.javadoc(model.model()))
              .build();
      files.add(frame.file(model.className(), type, source.schema().range(), ""));
    }
    return files;
  }
}
