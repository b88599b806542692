package io.gatemason.generator.read.rest;

import io.gatemason.generator.model.HttpMethod;
import io.gatemason.generator.read.document.Fields;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import java.util.Locale;

/**
 * A method while it is read.
 *
 * @param path the path's key, as written
 * @param verb the verb
 * @param key the operation's key
 * @param operation the operation's members
 */
record MethodSite(ScalarNode path, HttpMethod verb, ScalarNode key, Fields operation) {

  /** The path, with the slash in front that some documents forget. */
  String pathText() {
    return path.text().startsWith("/") ? path.text() : "/" + path.text();
  }

  /** Where the path has a variable. */
  Range variable(String name) {
    String written = "{" + name + "}";
    int at = path.text().indexOf(written);
    return at < 0
        ? path.range()
        : new Range(path.range().file(), path.position(at), path.position(at + written.length()));
  }

  /** The words of the service for a problem with the method's integration. */
  String integrationProblem(String reason) {
    return "Unable to put integration on '%s' for resource at path '%s': %s"
        .formatted(verb, pathText(), reason);
  }

  /** The operation's JSON pointer in the document. */
  String pointer() {
    String escaped = path.text().replace("~", "~0").replace("/", "~1");
    return "/paths/" + escaped + "/" + key.text();
  }

  /** Verb and path in one word: {@code GetPetsPetId}. */
  String camelName() {
    StringBuilder name = new StringBuilder();
    for (String word : (verb + "/" + path.text()).split("[^A-Za-z0-9]+", -1)) {
      if (!word.isEmpty()) {
        String rest = word.substring(1);
        boolean first = name.length() == 0;
        name.append(word.substring(0, 1).toUpperCase(Locale.ROOT))
            .append(first ? rest.toLowerCase(Locale.ROOT) : rest);
      }
    }
    return name.toString();
  }
}
