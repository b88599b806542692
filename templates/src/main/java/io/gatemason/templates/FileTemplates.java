package io.gatemason.templates;

import io.gatemason.templates.view.MonitoringView;
import io.gatemason.templates.view.ProjectView;
import java.io.StringWriter;
import java.util.Properties;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;
import org.apache.velocity.runtime.RuntimeConstants;
import org.apache.velocity.runtime.resource.loader.ClasspathResourceLoader;

/**
 * Fills file templates. The same view always gives the same text; lines end in {@code \n}.
 *
 * <p>A name that a template uses and the view does not have is an error, never empty text. Values
 * reach the output only through the escape directives {@code #xml}, {@code #yaml}, {@code
 * #dockerfile}, {@code #json}, {@code #markdown} and {@code #plain}.
 *
 * <p>Thread-safe.
 */
public final class FileTemplates {
  private static final String FOLDER = "io/gatemason/templates/";

  private final VelocityEngine engine;

  /** Loads the engine; the templates are read on first use. */
  public FileTemplates() {
    Properties settings = new Properties();
    settings.setProperty(RuntimeConstants.RESOURCE_LOADERS, "classpath");
    settings.setProperty(
        "resource.loader.classpath.class", ClasspathResourceLoader.class.getName());
    settings.setProperty("resource.loader.classpath.cache", "true");
    settings.setProperty(RuntimeConstants.RUNTIME_REFERENCES_STRICT, "true");
    settings.setProperty(RuntimeConstants.SPACE_GOBBLING, "lines");
    settings.setProperty(RuntimeConstants.INPUT_ENCODING, "UTF-8");
    settings.setProperty(RuntimeConstants.VM_LIBRARY, "");
    settings.setProperty(
        RuntimeConstants.CUSTOM_DIRECTIVES, String.join(",", EscapeDirective.classNames()));
    engine = inOwnClassLoader(settings);
  }

  /**
   * The text of one file.
   *
   * @throws org.apache.velocity.exception.VelocityException when a value cannot stand in this file,
   *     such as a line break in a Dockerfile
   */
  public String fill(FileTemplate template, ProjectView project) {
    VelocityContext names = new VelocityContext();
    names.put("project", project);
    return text(template.fileName(), names);
  }

  /** The text of one file for whoever watches a service. */
  public String fill(MonitoringTemplate template, MonitoringView service) {
    VelocityContext names = new VelocityContext();
    names.put("service", service);
    names.put("panels", DashboardPanels.of(service));
    names.put("datasource", "${datasource}");
    names.put("rules", AlertRules.of(service));
    return text(template.fileName(), names);
  }

  private String text(String fileName, VelocityContext names) {
    StringWriter text = new StringWriter();
    engine.getTemplate(FOLDER + fileName + ".vm", "UTF-8").merge(names, text);
    return text.toString();
  }

  /**
   * Velocity finds its directives through the thread's class loader, which Maven sets to another.
   */
  private static VelocityEngine inOwnClassLoader(Properties settings) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(FileTemplates.class.getClassLoader());
    try {
      VelocityEngine engine = new VelocityEngine(settings);
      engine.init();
      return engine;
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
