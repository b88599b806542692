package io.gatemason.generator.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import io.gatemason.generator.model.JavaType;

/** Types of handlers as they are printed. */
final class JavaTypeNames {
  private JavaTypeNames() {}

  static TypeName of(JavaType type) {
    TypeName name =
        switch (type.kind()) {
          case PRIMITIVE -> primitive(type.simpleNames().get(0));
          case EXTENDS -> WildcardTypeName.subtypeOf(of(type.arguments().get(0)));
          case SUPER -> WildcardTypeName.supertypeOf(of(type.arguments().get(0)));
          case CLASS -> declared(type);
        };
    for (int i = 0; i < type.dimensions(); i++) {
      name = ArrayTypeName.of(name);
    }
    return name;
  }

  /** A class without its type arguments. */
  static ClassName raw(JavaType type) {
    return ClassName.get(
        type.packageName(),
        type.simpleNames().get(0),
        type.simpleNames().stream().skip(1).toArray(String[]::new));
  }

  private static TypeName declared(JavaType type) {
    return type.arguments().isEmpty()
        ? raw(type)
        : ParameterizedTypeName.get(
            raw(type), type.arguments().stream().map(JavaTypeNames::of).toArray(TypeName[]::new));
  }

  private static TypeName primitive(String name) {
    return switch (name) {
      case "boolean" -> TypeName.BOOLEAN;
      case "byte" -> TypeName.BYTE;
      case "short" -> TypeName.SHORT;
      case "int" -> TypeName.INT;
      case "long" -> TypeName.LONG;
      case "char" -> TypeName.CHAR;
      case "float" -> TypeName.FLOAT;
      case "double" -> TypeName.DOUBLE;
      default -> throw new IllegalStateException("No primitive type " + name);
    };
  }
}
