package io.gatemason.generator.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.gatemason.generator.emit.code.Comments;
import io.gatemason.generator.emit.code.Emitter;
import io.gatemason.generator.emit.code.FileFrame;
import io.gatemason.generator.layout.ApiLayout;
import io.gatemason.generator.layout.name.Names;
import io.gatemason.generator.layout.name.RuntimeTypes;
import io.gatemason.generator.layout.rest.MethodLayout;
import io.gatemason.generator.layout.route.RouteStep.PartStep;
import io.gatemason.generator.layout.route.RoutesLayout;
import io.gatemason.generator.layout.route.TrailingSlash;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The decision trees from path and verb to method. */
final class EmitRoutes implements Emitter<ApiLayout> {
  private final FileFrame frame;

  EmitRoutes(FileFrame frame) {
    this.frame = frame;
  }

  @Override
  public List<JavaFile> emit(ApiLayout api) {
    List<JavaFile> files = new ArrayList<>();
    for (List<RoutesLayout> tree : api.routes()) {
      for (RoutesLayout routes : tree) {
        boolean entry = routes.equals(tree.get(0));
        files.add(frame.file(routes.name(), type(api, routes, entry), api.api().range(), "/paths"));
      }
    }
    return files;
  }

  private static TypeSpec type(ApiLayout api, RoutesLayout routes, boolean entry) {
    String whole =
        entry ? "Routes of API " + api.api().id() : "Routes from " + routes.entry().path();
    TypeSpec.Builder type =
        TypeSpec.classBuilder(routes.name())
            .addModifiers(entry ? new Modifier[] {Modifier.PUBLIC, Modifier.FINAL} : FINAL)
            .addJavadoc("$L.\n", Comments.javadoc(whole));
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder().addParameter(api.stages().type(), "stage");
    if (entry) {
      constructor
          .addModifiers(Modifier.PUBLIC)
          .addJavadoc("Sets up the methods behind the routes.\n");
    }
    for (MethodLayout handler : routes.handlers()) {
      String name = Names.member(handler.name().simpleName());
      type.addField(field(RuntimeTypes.METHOD_HANDLER, name));
      constructor.addStatement(
          "this.$N = new $T($L)", name, handler.name(), handler.lookups().isEmpty() ? "" : "stage");
    }
    for (PartStep part : routes.parts()) {
      type.addField(field(part.part(), part.member()));
      constructor.addStatement("this.$N = new $T(stage)", part.member(), part.part());
    }
    type.addMethod(constructor.build());
    new RouteMethods(entry, entry ? routes.slash() : TrailingSlash.IGNORED)
        .of(routes.entry())
        .forEach(type::addMethod);
    return type.build();
  }

  private static final Modifier[] FINAL = {Modifier.FINAL};

  private static FieldSpec field(ClassName type, String name) {
    return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.FINAL).build();
  }
}
