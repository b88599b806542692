package io.gatemason.templates.view;

import java.util.List;

/**
 * A new gateway project. Values are raw; the file templates escape them.
 *
 * @param groupId the project's Maven group
 * @param artifactId the project's Maven artifact, also the name of its jar and of its Kubernetes
 *     objects, so at most 63 of {@code a-z}, {@code 0-9} and {@code -}
 * @param gatemasonVersion the version of the plugin and of the runtime
 * @param basePackage the package of the generated {@code Gateway} class
 * @param stage the stage of documents that name none; empty text for none
 * @param basePath what becomes of base paths; empty text for the default
 * @param apiKind the kind of APIs of which nothing else says it; empty text for the default
 * @param documents the documents in {@code src/main/gateway}, at least one
 * @param parameters values of placeholders, in the order in which they are shown
 * @param variables stage variables by the settings that define them; empty text where the value is
 *     not known
 * @param functions functions of templates that the APIs call
 * @param certificates files of certificates without their endings, by what their settings stand
 *     below
 */
public record ProjectView(
    String groupId,
    String artifactId,
    String gatemasonVersion,
    String basePackage,
    String stage,
    String basePath,
    String apiKind,
    List<DocumentView> documents,
    List<ParameterView> parameters,
    List<ParameterView> variables,
    List<FunctionView> functions,
    List<ParameterView> certificates) {

  private static final String OBJECT_NAME = "[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?";

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException when the artifact cannot name a Kubernetes object
   */
  public ProjectView {
    if (!artifactId.matches(OBJECT_NAME)) {
      throw new IllegalArgumentException(
          "artifactId \"" + artifactId + "\" has to match " + OBJECT_NAME);
    }
    documents = List.copyOf(documents);
    parameters = List.copyOf(parameters);
    variables = List.copyOf(variables);
    functions = List.copyOf(functions);
    certificates = List.copyOf(certificates);
  }

  /** Whether there are functions whose code runs in processes beside the gateway. */
  public boolean hasCode() {
    return functions.stream()
        .anyMatch(each -> !each.code().isEmpty() && !each.runtime().startsWith("java"));
  }

  /** Whether the service holds several APIs, which are then told apart by host. */
  public boolean severalApis() {
    return documents.size() > 1;
  }
}
