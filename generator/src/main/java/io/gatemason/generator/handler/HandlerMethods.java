package io.gatemason.generator.handler;

import io.gatemason.generator.model.HandlerSignature;
import io.gatemason.generator.model.HandlerSignature.Argument;
import io.gatemason.generator.model.HandlerSignature.Binding;
import io.gatemason.generator.model.JavaType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Picks the method of a class as Lambda's Java runtime does: longer parameter lists first, a
 * context at their end counting double.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/java-handler.html">Java handlers</a>
 */
final class HandlerMethods {
  private static final String LAMBDA = "com.amazonaws.services.lambda.runtime.";
  private static final String INTERFACE_METHOD = "handleRequest";
  private static final List<String> INTERFACES =
      List.of(LAMBDA + "RequestStreamHandler", LAMBDA + "RequestHandler");
  private static final List<List<Argument>> SHAPES =
      List.of(
          List.of(Argument.INPUT_STREAM, Argument.OUTPUT_STREAM, Argument.CONTEXT),
          List.of(Argument.INPUT_STREAM, Argument.OUTPUT_STREAM),
          List.of(Argument.OUTPUT_STREAM, Argument.CONTEXT),
          List.of(Argument.INPUT_STREAM, Argument.CONTEXT),
          List.of(Argument.INPUT_STREAM),
          List.of(Argument.OUTPUT_STREAM),
          List.of(Argument.CONTEXT),
          List.of(Argument.EVENT, Argument.CONTEXT),
          List.of(Argument.EVENT),
          List.of());

  private final Elements elements;
  private final Types types;
  private final JavaTypes javaTypes;
  private final EventLibrary library;

  HandlerMethods(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
    this.javaTypes = new JavaTypes(elements);
    this.library = new EventLibrary(elements);
  }

  /** The handler in a class. */
  HandlerSignature find(TypeElement type, String method) throws UnfitHandlerException {
    JavaType javaType = javaTypes.declared(type);
    ExecutableElement found =
        (method.isEmpty() ? ofInterface(type) : named(type, method).findFirst())
            .orElseThrow(() -> nothing(type, method));
    boolean isStatic = found.getModifiers().contains(Modifier.STATIC);
    boolean constructorThrows = !isStatic && throwsChecked(constructor(type).getThrownTypes());
    ExecutableType resolved =
        (ExecutableType) types.asMemberOf((DeclaredType) type.asType(), found);
    List<Argument> arguments = arguments(found);
    int event = arguments.indexOf(Argument.EVENT);
    TypeMirror result = resolved.getReturnType();
    return new HandlerSignature(
        javaType,
        found.getSimpleName().toString(),
        isStatic,
        arguments,
        event < 0 ? null : javaTypes.of(resolved.getParameterTypes().get(event)),
        result.getKind() == TypeKind.VOID ? null : javaTypes.of(result),
        event < 0 ? Binding.JSON : library.binding(resolved.getParameterTypes().get(event), result),
        throwsChecked(resolved.getThrownTypes()),
        constructorThrows);
  }

  private static UnfitHandlerException nothing(TypeElement type, String method) {
    return method.isEmpty()
        ? new UnfitHandlerException(
            "class \""
                + type.getQualifiedName()
                + "\" implements neither RequestHandler nor RequestStreamHandler",
            "implement one of them, or name a method: " + type.getQualifiedName() + "::method")
        : new UnfitHandlerException(
            "class \""
                + type.getQualifiedName()
                + "\" has no public method \""
                + method
                + "\" that takes what a handler can take",
            "a handler takes an event, a Context, or both; or InputStream, OutputStream and"
                + " Context");
  }

  /** The implementation of the handler interface that Lambda would call. */
  private Optional<ExecutableElement> ofInterface(TypeElement type) {
    return INTERFACES.stream()
        .map(elements::getTypeElement)
        .filter(each -> each != null && implemented(type, each))
        .findFirst()
        .flatMap(
            each -> {
              ExecutableElement declared =
                  ElementFilter.methodsIn(each.getEnclosedElements()).get(0);
              return named(type, INTERFACE_METHOD)
                  .filter(method -> elements.overrides(method, declared, type))
                  .findFirst();
            });
  }

  private boolean implemented(TypeElement type, TypeElement handlerInterface) {
    return types.isSubtype(types.erasure(type.asType()), types.erasure(handlerInterface.asType()));
  }

  /** The methods of a name that can be called as a handler, the best one first. */
  private Stream<ExecutableElement> named(TypeElement type, String name) {
    return ElementFilter.methodsIn(elements.getAllMembers(type)).stream()
        .filter(method -> method.getSimpleName().contentEquals(name))
        .filter(method -> method.getModifiers().contains(Modifier.PUBLIC))
        .filter(method -> !method.getModifiers().contains(Modifier.ABSTRACT))
        .filter(method -> SHAPES.contains(arguments(method)))
        .sorted(Comparator.comparingInt(HandlerMethods::weight).reversed());
  }

  private static int weight(ExecutableElement method) {
    List<Argument> arguments = arguments(method);
    return arguments.size() + (arguments.contains(Argument.CONTEXT) ? 1 : 0);
  }

  private static List<Argument> arguments(ExecutableElement method) {
    List<Argument> arguments = new ArrayList<>();
    for (var parameter : method.getParameters()) {
      arguments.add(
          switch (parameter.asType().toString()) {
            case "java.io.InputStream" -> Argument.INPUT_STREAM;
            case "java.io.OutputStream" -> Argument.OUTPUT_STREAM;
            case LAMBDA + "Context" -> Argument.CONTEXT;
            default -> Argument.EVENT;
          });
    }
    return arguments;
  }

  private ExecutableElement constructor(TypeElement type) throws UnfitHandlerException {
    boolean inner =
        type.getNestingKind() == NestingKind.MEMBER
            && !type.getModifiers().contains(Modifier.STATIC);
    Optional<ExecutableElement> constructor =
        ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
            .filter(each -> each.getParameters().isEmpty())
            .filter(each -> each.getModifiers().contains(Modifier.PUBLIC))
            .findFirst();
    if (inner || constructor.isEmpty() || type.getModifiers().contains(Modifier.ABSTRACT)) {
      throw new UnfitHandlerException(
          "class \"" + type.getQualifiedName() + "\" has no public constructor without parameters",
          "add one to a class that is neither abstract nor an inner one, or make the method"
              + " static");
    }
    return constructor.get();
  }

  private boolean throwsChecked(List<? extends TypeMirror> thrown) {
    return thrown.stream()
        .anyMatch(
            type ->
                !isSubtype(type, "java.lang.RuntimeException")
                    && !isSubtype(type, "java.lang.Error"));
  }

  private boolean isSubtype(TypeMirror type, String className) {
    @Nullable TypeElement element = elements.getTypeElement(className);
    return element != null && types.isSubtype(type, element.asType());
  }
}
