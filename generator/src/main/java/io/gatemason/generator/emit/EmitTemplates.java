package io.gatemason.generator.emit;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import io.gatemason.generator.emit.code.Comments;
import io.gatemason.generator.emit.code.Emitter;
import io.gatemason.generator.emit.code.FileFrame;
import io.gatemason.generator.layout.ApiLayout;
import io.gatemason.generator.layout.integration.TemplateLayout;
import java.util.ArrayList;
import java.util.List;

/** The classes of mapping templates. */
final class EmitTemplates implements Emitter<ApiLayout> {
  private final FileFrame frame;

  EmitTemplates(FileFrame frame) {
    this.frame = frame;
  }

  @Override
  public List<JavaFile> emit(ApiLayout api) {
    List<JavaFile> files = new ArrayList<>();
    for (TemplateLayout template : api.templates()) {
      TypeSpec type =
          template.type().toBuilder()
              .addJavadoc("$L\n", Comments.javadoc(template.description()))
              .build();
      files.add(frame.file(template.name(), type, template.range(), ""));
    }
    return files;
  }
}
