package io.gatemason.maven.mojo;

import io.gatemason.generator.handler.HandlerSearch;
import io.gatemason.maven.report.BuildLog;
import io.gatemason.maven.settings.BuildSettings;
import io.gatemason.maven.settings.MavenPlace;
import io.gatemason.maven.settings.Parameters;
import io.gatemason.maven.settings.Place;
import io.gatemason.maven.settings.SettingsException;
import java.io.File;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters of every goal that reads documents. All files are read and written in UTF-8. */
abstract class AbstractGatewayMojo extends AbstractMojo {
  /** How properties begin that replace an authorizer. */
  static final String AUTHORIZER = "gatemason.authorizer.";

  final MavenSession session;
  final MavenPlace maven;

  /**
   * The OpenAPI document, or the folder of documents; each document is one API. Nothing outside the
   * folder is read.
   *
   * <p>Default: {@code src/main/gateway} in a project; without a project it has to be given.
   * Example: {@code -Dgatemason.source=orders.openapi.yaml}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "gatemason.source")
  private @Nullable File source;

  /**
   * The package of the generated {@code Gateway} class.
   *
   * <p>Default: the project's group followed by {@code .gateway}; {@code gateway} without a
   * project. Example: {@code <basePackage>com.example.orders</basePackage>}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "gatemason.basePackage")
  private @Nullable String basePackage;

  /**
   * The stage of APIs for which neither their document nor a template names one. Without it such an
   * API answers at the root. Example: {@code -Dgatemason.stage=dev}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "gatemason.stage")
  private @Nullable String stage;

  /**
   * What becomes of the base path of a document, as in the import of the managed service: {@code
   * ignore}, {@code prepend} or {@code split}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "gatemason.basePath", defaultValue = "ignore")
  private String basePath = "ignore";

  /**
   * The kind of the APIs whose documents could be those of either: {@code rest} or {@code http}. A
   * template that declares an API comes first, then what only one kind has in its document.
   *
   * <p>Default: {@code rest}, with a note.
   *
   * @since 0.1.0
   */
  @Parameter(property = "gatemason.apiKind")
  private @Nullable String apiKind;

  /**
   * Values of placeholders and template parameters. Example: {@code
   * <parameters><Stage>dev</Stage></parameters>}, or {@code -Dgatemason.parameters.Stage=dev},
   * which wins.
   *
   * @since 0.1.0
   */
  @Parameter private Map<String, String> parameters = Map.of();

  /**
   * A file with more values of placeholders: {@code .properties}, YAML or JSON, also in the forms
   * in which CloudFormation's tools keep parameters. Example: {@code
   * -Dgatemason.variablesFile=dev.yaml}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "gatemason.variablesFile")
  private @Nullable File variablesFile;

  /**
   * What stops the build: {@code error}, {@code unsupported} (also features that do not work yet
   * and were allowed by {@code suppressed}) or {@code warning} (also every warning).
   *
   * @since 0.1.0
   */
  @Parameter(property = "gatemason.failOn", defaultValue = "error")
  private String failOn = "error";

  /**
   * Codes that are allowed, each with a reason. An allowed warning is not shown; an allowed feature
   * that is not supported yet becomes a warning; other errors stay. Example: {@code
   * <suppressed><GM2004>the vendor's document, fixed upstream</GM2004></suppressed>}, or {@code
   * "-Dgatemason.suppressed.GM2004=fixed upstream"}.
   *
   * @since 0.1.0
   */
  @Parameter private Map<String, String> suppressed = Map.of();

  /**
   * The report of all diagnostics for tools, in JSON, and of the methods and routes that nothing
   * guards.
   *
   * <p>Default: {@code target/gatemason/diagnostics.json} in a project.
   *
   * @since 0.1.0
   */
  @Parameter(property = "gatemason.report")
  private @Nullable File report;

  /**
   * Whether a mapping template with a syntax error fails when it is rendered, with the managed
   * service's 500, instead of stopping the build.
   *
   * @since 0.1.0
   */
  @Parameter(property = "gatemason.lenientTemplates", defaultValue = "false")
  private boolean lenientTemplates;

  /**
   * Whether generated files name the lines they come from, besides JSON pointers.
   *
   * <p>Default: yes below {@code target}, and no elsewhere, where generated code is checked in: a
   * line more at the top of a document would change every file.
   *
   * @since 0.1.0
   */
  @Parameter(property = "gatemason.sourceLines")
  private @Nullable Boolean sourceLines;

  /**
   * Functions that run in the gateway's own process: the Java handler of each, by the name that
   * integrations give the function. A handler is {@code package.Class}, which implements one of
   * Lambda's handler interfaces, or {@code package.Class::method}. Functions with a Java runtime in
   * a template need no mapping. Example: {@code
   * <functions><orders>com.acme.Orders::handleRequest</orders></functions>}, or {@code
   * -Dgatemason.functions.orders=com.acme.Orders}.
   *
   * @since 0.1.0
   */
  @Parameter private Map<String, String> functions = Map.of();

  /**
   * Does nothing at all.
   *
   * @since 0.1.0
   */
  @Parameter(property = "gatemason.skip", defaultValue = "false")
  private boolean skip;

  AbstractGatewayMojo(MavenSession session, MojoExecution execution) {
    this.session = session;
    this.maven = new MavenPlace(session, execution);
  }

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (skip || maven.isRepetition()) {
      return;
    }
    maven.unknownProperties().forEach(getLog()::warn);
    if (!maven.withUserProperties(AUTHORIZER, Map.of()).equals(principals())) {
      getLog().warn("-D" + AUTHORIZER + "… is read by gatemason:run alone: authorizers are asked");
    }
    try {
      perform();
    } catch (SettingsException e) {
      throw new MojoExecutionException(e.getMessage(), e);
    } catch (IOException e) {
      throw new MojoExecutionException("cannot read or write: " + e, e);
    } finally {
      maven.close();
    }
  }

  /** Does what the goal is for. */
  abstract void perform() throws IOException, MojoFailureException;

  /** Where this goal puts generated sources; empty for the default. */
  Optional<File> generatedSources() {
    return Optional.empty();
  }

  /** Who calls, by the names of authorizers that are not asked; none but where nothing is built. */
  Map<String, String> principals() {
    return Map.of();
  }

  /** The place where the goal runs. */
  Place place() throws IOException {
    return maven.place();
  }

  final Parameters parameters() {
    return new Parameters(
        Optional.ofNullable(source),
        generatedSources(),
        Optional.ofNullable(basePackage),
        Optional.ofNullable(stage),
        basePath,
        Optional.ofNullable(apiKind),
        maven.withUserProperties("gatemason.parameters.", parameters),
        Optional.ofNullable(variablesFile),
        failOn,
        maven.withUserProperties("gatemason.suppressed.", suppressed),
        Optional.ofNullable(report),
        lenientTemplates,
        Optional.ofNullable(sourceLines),
        maven.withUserProperties("gatemason.functions.", functions),
        principals());
  }

  final BuildSettings settings() throws IOException {
    return place().settings(parameters(), maven.toolVersion()).with(handlers());
  }

  /** Where the handlers of functions are looked for. */
  HandlerSearch handlers() throws IOException {
    return HandlerSearch.NOWHERE;
  }

  final BuildLog log() {
    return new MavenBuildLog(getLog());
  }
}
