package io.gatemason.generator.layout;

import com.palantir.javapoet.ClassName;
import io.gatemason.generator.layout.name.Names;
import io.gatemason.generator.layout.rest.MethodLayout;
import io.gatemason.generator.layout.stage.AccessLogLayout;
import io.gatemason.generator.layout.stage.Deployed;
import io.gatemason.generator.layout.stage.StagesLayout;
import io.gatemason.generator.model.Api;
import java.util.List;
import java.util.Optional;

/**
 * The classes that APIs of all kinds have, and how all of an API's classes are called.
 *
 * @param deployed which stages the document serves
 * @param packageName the package of the API
 * @param prefix how the names of its classes begin
 */
record ApiFrame(Api api, Deployed deployed, String packageName, String prefix) {

  /** An API whose only document is the one as it is. */
  static ApiFrame of(Api api, String packageName) {
    return new ApiFrame(api, Deployed.now(List.of()), packageName, Names.ofApi(api.id()));
  }

  /** A class in a room of the API. */
  ClassName type(String room, String name) {
    return ClassName.get(packageName + "." + room, prefix + name);
  }

  ClassName apiClass() {
    return ClassName.get(packageName, prefix + "Api");
  }

  StagesLayout stages(List<MethodLayout> methods) {
    return StagesLayout.of(
        api,
        deployed,
        packageName + ".stages",
        prefix,
        methods.stream().flatMap(method -> method.lookups().stream()));
  }

  Optional<AccessLogLayout> accessLogs() {
    return AccessLogLayout.of(api, deployed, packageName + ".stages", prefix);
  }
}
