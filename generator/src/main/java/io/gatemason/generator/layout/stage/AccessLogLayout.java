package io.gatemason.generator.layout.stage;

import com.palantir.javapoet.ClassName;
import io.gatemason.generator.layout.name.Names;
import io.gatemason.generator.model.Api;
import io.gatemason.generator.model.stage.AccessLogFormat;
import io.gatemason.generator.model.stage.AccessLogSettings;
import io.gatemason.generator.model.stage.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The class that writes the access logs of an API.
 *
 * @param type the class
 * @param lines one for each stage that has an access log
 */
public record AccessLogLayout(ClassName type, List<Line> lines) {

  /**
   * The line of a stage.
   *
   * @param stage the name of the stage
   * @param method the Java method that writes it
   * @param destination the log group or stream
   * @param format what it is made of
   */
  public record Line(String stage, String method, String destination, AccessLogFormat format) {}

  /** The class of an API, empty if no stage that {@code deployed} serves has an access log. */
  public static Optional<AccessLogLayout> of(
      Api api, Deployed deployed, String packageName, String prefix) {
    List<Line> lines = new ArrayList<>();
    for (Stage stage : api.stages()) {
      if (!deployed.serves(stage) && !deployed.servesCanary(stage)) {
        continue;
      }
      Optional<AccessLogSettings> log = stage.settings().accessLog();
      log.flatMap(AccessLogSettings::format)
          .ifPresent(
              format ->
                  lines.add(
                      new Line(
                          stage.name(),
                          method(stage, api.stages()),
                          log.get()
                              .group()
                              .orElse("API-Gateway-Access-Logs_" + api.id() + "/" + stage.name()),
                          AccessLogFormat.parse(format.text(), api.kind() != Api.Kind.REST))));
    }
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new AccessLogLayout(ClassName.get(packageName, prefix + "AccessLogs"), lines));
  }

  /** Two names may differ in signs only. */
  private static String method(Stage stage, List<Stage> all) {
    String name = "lineOf" + Names.type(stage.name());
    boolean shared =
        all.stream()
            .anyMatch(
                other ->
                    !other.equals(stage)
                        && Names.type(other.name()).equals(Names.type(stage.name())));
    return shared ? name + Names.fingerprint(stage.name()) : name;
  }
}
