package io.gatemason.generator.layout;

import io.gatemason.generator.layout.name.Names;
import io.gatemason.generator.model.service.Revision;
import java.util.List;

/** How the classes of an API's revisions are told apart: {@code v1.4.0} is {@code V140}. */
final class RevisionNames {
  private final List<Revision> all;

  RevisionNames(List<Revision> all) {
    this.all = all;
  }

  String packageSegment(Revision revision) {
    return Names.packageSegment(name(revision));
  }

  String type(Revision revision) {
    String type = Names.type(name(revision));
    return type.isEmpty() ? "N" + Names.fingerprint(revision.name()) : type;
  }

  /** The name; where another gives the same package, with a fingerprint. */
  private String name(Revision revision) {
    String segment = Names.packageSegment(revision.name());
    boolean shared =
        all.stream()
            .filter(other -> !other.name().equals(revision.name()))
            .anyMatch(other -> Names.packageSegment(other.name()).equals(segment));
    return shared ? revision.name() + "-" + Names.fingerprint(revision.name()) : revision.name();
  }
}
