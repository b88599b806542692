package io.gatemason.generator.layout;

import com.palantir.javapoet.ClassName;
import io.gatemason.generator.model.service.DomainName;
import io.gatemason.generator.model.service.Service;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The custom domains of a service.
 *
 * @param name the class that lists them
 * @param domains in the order of their names
 */
public record DomainsLayout(ClassName name, List<DomainName> domains) {

  public DomainsLayout {
    domains = List.copyOf(domains);
  }

  /** The domains; empty where there are none. */
  static Optional<DomainsLayout> of(String basePackage, Service service) {
    List<DomainName> domains =
        service.domains().stream()
            .sorted(Comparator.comparing(domain -> domain.name().value()))
            .toList();
    return domains.isEmpty()
        ? Optional.empty()
        : Optional.of(new DomainsLayout(ClassName.get(basePackage, "Domains"), domains));
  }
}
