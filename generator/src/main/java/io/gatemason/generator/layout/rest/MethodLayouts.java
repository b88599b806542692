package io.gatemason.generator.layout.rest;

import com.palantir.javapoet.ClassName;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.jsonschema.CompiledModel;
import io.gatemason.generator.layout.integration.CallLayouts;
import io.gatemason.generator.layout.integration.TemplateLayout;
import io.gatemason.generator.layout.integration.TemplateLayouts;
import io.gatemason.generator.layout.name.MethodIdentity;
import io.gatemason.generator.layout.name.MethodNames;
import io.gatemason.generator.model.rest.ApiOfMethods;
import io.gatemason.generator.model.rest.Method;
import io.gatemason.generator.vtl.VtlCompiler;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Decides the classes of an API's methods, with the templates and models that they use. */
public final class MethodLayouts {

  /** Says what a method needs that is not generated yet. */
  @FunctionalInterface
  public interface Missing {
    /** In words; empty for a method that works. */
    List<String> of(Method method);
  }

  private static final Comparator<Method> ORDER =
      Comparator.comparing((Method method) -> method.path().text())
          .thenComparing(Method::httpMethod);

  private final List<MethodLayout> methods = new ArrayList<>();
  private final TemplateLayouts templates;
  private final SchemaLayouts schemas;

  /**
   * Decides them for one API.
   *
   * @param packageName the package of the API's classes
   * @param authorization the classes that say who may call
   * @param compiler compiles mapping templates
   * @param missing what a method needs that is not generated yet, in words
   */
  public MethodLayouts(
      ApiOfMethods api,
      String packageName,
      AuthorizationLayouts authorization,
      VtlCompiler compiler,
      Missing missing,
      Diagnostics diagnostics) {
    templates = new TemplateLayouts(packageName + ".templates", compiler, diagnostics);
    schemas = new SchemaLayouts(api, packageName + ".schemas", diagnostics);
    CallLayouts calls = new CallLayouts(!api.binaryMediaTypes().isEmpty(), templates);
    List<Method> sorted = api.methods().stream().sorted(ORDER).toList();
    List<String> names = MethodNames.of(sorted.stream().map(MethodIdentity::of).toList());
    for (int i = 0; i < names.size(); i++) {
      Method method = sorted.get(i);
      ClassName name = ClassName.get(packageName + ".methods", names.get(i));
      List<String> needs = missing.of(method);
      RestMethod known =
          new RestMethod(api, method, name.simpleName(), needs, authorization, schemas, calls);
      methods.add(new MethodLayout(MethodIdentity.of(method), name, MethodSteps.of(known)));
    }
  }

  /** One class each, in the order of paths and verbs. */
  public List<MethodLayout> methods() {
    return List.copyOf(methods);
  }

  /** The classes of mapping templates, in the order of their methods. */
  public List<TemplateLayout> templates() {
    return templates.classes();
  }

  /** The classes of payload models, in the order of the document. */
  public List<CompiledModel> models() {
    return schemas.models();
  }
}
