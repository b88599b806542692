package io.gatemason.generator.diagnostics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A kind of diagnostic. The catalogue of all codes is one table per topic; each code has a page of
 * its own name in {@code docs/diagnostics}, and a comment where its title does not say what it is.
 *
 * <p>GM1xxx source, GM2xxx read, GM3xxx check, GM4xxx mapping templates, GM5xxx payload models,
 * GM6xxx layout and emit, GM9xxx defects of Gatemason. The hundreds are topics; each table says
 * which it has.
 */
public sealed interface DiagnosticCode
    permits ApiCodes,
        AuthorizationCodes,
        DocumentCodes,
        DomainCodes,
        GatemasonCodes,
        HttpApiCodes,
        MappingTemplateCodes,
        PayloadModelCodes,
        ResourceCodes,
        SourceCodes,
        StageCodes,
        WebAclCodes,
        WebSocketApiCodes {

  /** The order in which people look for codes. */
  Comparator<DiagnosticCode> BY_NAME = Comparator.comparing(DiagnosticCode::name);

  /** Every code of the catalogue, by name. */
  static List<DiagnosticCode> all() {
    return Stream.<DiagnosticCode[]>of(
            ApiCodes.values(),
            AuthorizationCodes.values(),
            DocumentCodes.values(),
            DomainCodes.values(),
            GatemasonCodes.values(),
            HttpApiCodes.values(),
            MappingTemplateCodes.values(),
            PayloadModelCodes.values(),
            ResourceCodes.values(),
            SourceCodes.values(),
            StageCodes.values(),
            WebAclCodes.values(),
            WebSocketApiCodes.values())
        .flatMap(Arrays::stream)
        .sorted(BY_NAME)
        .toList();
  }

  /** The code as users see it, such as {@code GM1001}. */
  String name();

  /** What it means for a build unless a diagnostic says otherwise. */
  Weight weight();

  /** A few words naming the kind, without the user's own. */
  String title();

  /** The severity unless a diagnostic says otherwise. */
  default Severity severity() {
    return weight().severity();
  }

  /** Whether a user may allow it, with a reason, although it is an error. */
  default boolean allowable() {
    return weight().allowable();
  }

  /** Whether the document is right but Gatemason does not do it yet. */
  default boolean unsupported() {
    return weight().unsupported();
  }
}
