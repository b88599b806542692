package io.gatemason.generator.read.rest;

import io.gatemason.generator.diagnostics.DocumentCodes;
import io.gatemason.generator.model.HttpMethod;
import io.gatemason.generator.read.document.Fields;
import io.gatemason.generator.read.document.OpenApiDocument;
import io.gatemason.generator.read.rest.root.ApiDraft;
import io.gatemason.generator.read.rest.root.RootReader;
import io.gatemason.generator.source.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The methods: each verb of each path, path items being resolved first
 * (docs/behaviour/import.md#operations).
 */
public final class PathsReader implements RootReader {
  /** The verbs of path items, and the extension that stands for the others. */
  static final Map<String, HttpMethod> VERBS = HttpMethod.members();

  private static final List<String> OTHER_MEMBERS =
      List.of("parameters", "summary", "description", "servers", "$ref");

  @Override
  public void read(OpenApiDocument document, ApiDraft draft) {
    Optional<Fields> paths = document.fields().object("paths");
    SecurityReader security = new SecurityReader(document, draft);
    OperationReader operations = new OperationReader(document, draft, security);
    for (ObjectNode.Member path : paths.map(Fields::standardMembers).orElse(List.of())) {
      if (!path.name().startsWith("/")) {
        document.report(
            DocumentCodes.GM2120,
            path.key().range(),
            "path \"" + path.name() + "\" does not begin with \"/\", which is added",
            "write \"/" + path.name() + "\"");
      }
      paths.get().resolved(path.name()).ifPresent(item -> read(document, operations, path, item));
    }
  }

  private static void read(
      OpenApiDocument document, OperationReader operations, ObjectNode.Member path, Fields item) {
    for (ObjectNode.Member member : item.node().members().values()) {
      HttpMethod verb = VERBS.get(member.name());
      if (verb == null) {
        warnUnknown(document, member);
        continue;
      }
      item.object(member.name())
          .map(operation -> new MethodSite(path.key(), verb, member.key(), operation))
          .ifPresent(site -> operations.read(site, item));
    }
  }

  private static void warnUnknown(OpenApiDocument document, ObjectNode.Member member) {
    String name = member.name();
    if (!name.startsWith("x-") && !OTHER_MEMBERS.contains(name)) {
      document.report(
          DocumentCodes.GM2121,
          member.key().range(),
          name.equals("trace")
              ? "operation \"trace\" is not supported by the service and is ignored"
              : "\"" + name + "\" is no verb and is ignored",
          Fields.hint(name, VERBS.keySet(), "remove it"));
    }
  }
}
