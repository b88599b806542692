package io.gatemason.generator.handler;

import io.gatemason.generator.model.JavaType;
import io.gatemason.generator.model.JavaType.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;

/** Types of the compiler as types of the model; refuses what generated code could not name. */
final class JavaTypes {
  /** What of the events library API Gateway sends or takes; the rest comes from elsewhere. */
  private static final String EVENTS = "com.amazonaws.services.lambda.runtime.events";

  private static final Set<String> GATEWAY_EVENTS = Set.of("APIGateway", "IamPolicy", "SimpleIam");

  private final Elements elements;

  JavaTypes(Elements elements) {
    this.elements = elements;
  }

  JavaType of(TypeMirror type) throws UnfitHandlerException {
    if (type.getKind() == TypeKind.ARRAY) {
      JavaType item = of(((ArrayType) type).getComponentType());
      return new JavaType(
          item.kind(),
          item.packageName(),
          item.simpleNames(),
          item.arguments(),
          item.dimensions() + 1);
    }
    if (type.getKind().isPrimitive()) {
      return new JavaType(
          Kind.PRIMITIVE,
          "",
          List.of(type.getKind().name().toLowerCase(Locale.ROOT)),
          List.of(),
          0);
    }
    if (type.getKind() == TypeKind.TYPEVAR) {
      return bound((TypeVariable) type);
    }
    if (type.getKind() == TypeKind.WILDCARD) {
      return wildcard((WildcardType) type);
    }
    if (type.getKind() != TypeKind.DECLARED) {
      throw new UnfitHandlerException(
          "type \"" + type + "\" cannot be found",
          "correct it, or add the dependency that has it; classes that other plugins generate"
              + " later belong into a module of their own");
    }
    return declared((DeclaredType) type);
  }

  private JavaType bound(TypeVariable variable) throws UnfitHandlerException {
    TypeMirror bound = variable.getUpperBound();
    if (bound.getKind() != TypeKind.DECLARED || bound.toString().equals("java.lang.Object")) {
      throw new UnfitHandlerException(
          "type parameter \"" + variable + "\" stands for no class",
          "name the class of events and results where the class is declared");
    }
    return of(bound);
  }

  private JavaType wildcard(WildcardType wildcard) throws UnfitHandlerException {
    TypeMirror upper = wildcard.getExtendsBound();
    TypeMirror lower = wildcard.getSuperBound();
    JavaType bound =
        lower != null
            ? of(lower)
            : upper != null ? of(upper) : declared(elements.getTypeElement("java.lang.Object"));
    return new JavaType(
        lower != null ? Kind.SUPER : Kind.EXTENDS, "", List.of(), List.of(bound), 0);
  }

  private JavaType declared(DeclaredType type) throws UnfitHandlerException {
    TypeElement element = (TypeElement) type.asElement();
    JavaType plain = declared(element);
    List<JavaType> arguments = new ArrayList<>();
    for (TypeMirror argument : type.getTypeArguments()) {
      arguments.add(of(argument));
    }
    if (arguments.isEmpty() && !element.getTypeParameters().isEmpty()) {
      JavaType object = declared(elements.getTypeElement("java.lang.Object"));
      JavaType any = new JavaType(Kind.EXTENDS, "", List.of(), List.of(object), 0);
      arguments.addAll(Collections.nCopies(element.getTypeParameters().size(), any));
    }
    return new JavaType(Kind.CLASS, plain.packageName(), plain.simpleNames(), arguments, 0);
  }

  /** A class by itself. */
  JavaType declared(TypeElement element) throws UnfitHandlerException {
    Deque<String> names = new ArrayDeque<>();
    Element each = element;
    for (; each instanceof TypeElement; each = each.getEnclosingElement()) {
      if (!each.getModifiers().contains(Modifier.PUBLIC)) {
        throw new UnfitHandlerException(
            "class \"" + element.getQualifiedName() + "\" is not public",
            "make it public: the generated code that names it lies in another package");
      }
      names.addFirst(each.getSimpleName().toString());
    }
    String packageName = elements.getPackageOf(element).getQualifiedName().toString();
    if (packageName.isEmpty()) {
      throw new UnfitHandlerException(
          "class \"" + element.getQualifiedName() + "\" is in no package", "move it into one");
    }
    refuseForeignEvents(packageName, names.getFirst());
    return new JavaType(Kind.CLASS, packageName, List.copyOf(names), List.of(), 0);
  }

  private static void refuseForeignEvents(String packageName, String name)
      throws UnfitHandlerException {
    if (packageName.equals(EVENTS) && GATEWAY_EVENTS.stream().noneMatch(name::startsWith)) {
      throw new UnfitHandlerException(
          "API Gateway neither sends nor takes a \"" + name + "\"",
          "use a class of your own, or one whose name begins with APIGateway");
    }
  }
}
