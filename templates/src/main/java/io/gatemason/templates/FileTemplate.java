package io.gatemason.templates;

/** The file templates; each constant is one file of a new gateway project. */
public enum FileTemplate {
  POM("pom.xml"),
  /** Only for projects that have parameters. */
  VARIABLES("gateway-variables.yaml"),
  SETTINGS("src/main/resources/application.yaml"),
  DOCKERFILE("Dockerfile"),
  DOCKERIGNORE(".dockerignore"),
  DEPLOYMENT("kubernetes/deployment.yaml"),
  SERVICE("kubernetes/service.yaml"),
  README("README.md"),
  GITIGNORE(".gitignore");

  private final String path;

  FileTemplate(String path) {
    this.path = path;
  }

  /** Where the file lies below the project's folder, parts joined by {@code /}. */
  public String path() {
    return path;
  }

  /** The file's own name, after which its template is named. */
  String fileName() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
