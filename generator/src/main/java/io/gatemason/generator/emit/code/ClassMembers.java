package io.gatemason.generator.emit.code;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.gatemason.generator.layout.name.Names;
import io.gatemason.generator.layout.name.RuntimeTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** The members of a generated class, collected while its statements are printed. */
public final class ClassMembers {
  private final Map<String, FieldSpec> constants = new LinkedHashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, FieldSpec> fields = new LinkedHashMap<>();
  private final List<CodeBlock> assignments = new ArrayList<>();
  private final List<MethodSpec> methods = new ArrayList<>();

  public List<FieldSpec> constants() {
    return List.copyOf(constants.values());
  }

  /** What the constructor sets, in its order. */
  public List<FieldSpec> fields() {
    return List.copyOf(fields.values());
  }

  /** The statements of the constructor, one per field. */
  public CodeBlock assignments() {
    return CodeBlock.join(assignments, "");
  }

  public List<MethodSpec> methods() {
    return List.copyOf(methods);
  }

  public void add(MethodSpec method) {
    methods.add(method);
  }

  /** Adds a field that the constructor sets, unless there is one of that name. */
  public void field(ClassName type, String name, CodeBlock value) {
    if (!fields.containsKey(name)) {
      fields.put(name, FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.FINAL).build());
      assignments.add(CodeBlock.of("this.$N = $L;\n", name, value));
    }
  }

  /** Adds a constant, or finds the one with the same value; gives its name. */
  public String constant(TypeName type, String preferredName, CodeBlock value) {
    String same = preferredName + " " + type + " " + value;
    String known = names.get(same);
    if (known != null) {
      return known;
    }
    String name =
        constants.containsKey(preferredName)
            ? preferredName + "_" + Names.fingerprint(value.toString()).toUpperCase(Locale.ROOT)
            : preferredName;
    names.put(same, name);
    constants.put(
        name,
        FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .initializer(value)
            .build());
    return name;
  }

  /** A compiled JSON path. */
  public String jsonPath(String path) {
    String whole = path.startsWith("$") ? path : path.startsWith("[") ? "$" + path : "$." + path;
    return constant(
        RuntimeTypes.JSON_PATH,
        Names.constant(path) + "_PATH",
        CodeBlock.of("$T.compile($S)", RuntimeTypes.JSON_PATH, whole));
  }
}
