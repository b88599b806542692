package io.gatemason.generator.read.http;

import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.HttpApiCodes;
import io.gatemason.generator.model.http.ParameterChange;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads the changes of answers by their status codes (docs/behaviour/http-api.md#mapping-keys). */
final class ResponseChanges {
  private static final Pattern STATUS = Pattern.compile("[2-5][0-9][0-9]");

  private ResponseChanges() {}

  static SortedMap<Integer, List<ParameterChange>> of(
      IntegrationForm form, Diagnostics diagnostics) {
    SortedMap<Integer, List<ParameterChange>> byStatus = new TreeMap<>();
    for (IntegrationForm.StatusEntries entries : form.responseParameters()) {
      String status = entries.status().text().strip();
      if (STATUS.matcher(status).matches()) {
        byStatus.put(
            Integer.valueOf(status),
            ParameterChanges.ofResponses(diagnostics).read(entries.entries()));
      } else {
        diagnostics.report(
            HttpApiCodes.GM2808,
            entries.status().range(),
            form.title()
                + ": responses are mapped by status codes from 200 to 599, not \""
                + status
                + "\"",
            "write one status code");
      }
    }
    return byStatus;
  }
}
