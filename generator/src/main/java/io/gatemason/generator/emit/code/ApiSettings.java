package io.gatemason.generator.emit.code;

import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.model.Api;
import java.util.List;

/** What is fixed about APIs of one kind in all their stages, as calls of a builder. */
public interface ApiSettings {

  /** The calls; none for APIs of another kind. */
  List<CodeBlock> of(Api api);

  /** Texts as arguments of a call. */
  static CodeBlock texts(List<String> values) {
    return values.stream().map(value -> CodeBlock.of("$S", value)).collect(CodeBlock.joining(", "));
  }
}
