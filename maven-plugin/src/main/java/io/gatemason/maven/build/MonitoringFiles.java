package io.gatemason.maven.build;

import io.gatemason.generator.GenerationResult;
import io.gatemason.generator.describe.ApiFeatures;
import io.gatemason.templates.FileTemplates;
import io.gatemason.templates.MonitoringTemplate;
import io.gatemason.templates.view.MonitoredApiView;
import io.gatemason.templates.view.MonitoringView;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** A dashboard of Grafana and alert rules of Prometheus, for exactly the APIs of a service. */
public final class MonitoringFiles {
  private MonitoringFiles() {}

  /**
   * The files by their names.
   *
   * @param name the service, for people
   * @param generated what generating from the documents gave; at least one document
   */
  public static Map<String, byte[]> of(String name, GenerationResult generated) {
    MonitoringView view =
        new MonitoringView(
            name, generated.documents().stream().map(MonitoringFiles::view).toList());
    FileTemplates templates = new FileTemplates();
    Map<String, byte[]> files = new TreeMap<>();
    for (MonitoringTemplate template : MonitoringTemplate.values()) {
      files.put(
          template.fileName(), templates.fill(template, view).getBytes(StandardCharsets.UTF_8));
    }
    return files;
  }

  private static MonitoredApiView view(GenerationResult.Document document) {
    ApiFeatures features = document.features();
    return new MonitoredApiView(
        document.apiId(),
        features.title(),
        features.backends(),
        features.caches(),
        features.methods(),
        features.limits(),
        features.quotas(),
        features.messages(),
        features.authorizers());
  }
}
