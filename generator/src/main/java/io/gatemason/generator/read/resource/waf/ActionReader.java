package io.gatemason.generator.read.resource.waf;

import io.gatemason.generator.diagnostics.WebAclCodes;
import io.gatemason.generator.model.waf.RuleAction;
import io.gatemason.generator.model.waf.RuleAction.CustomResponse;
import io.gatemason.generator.model.waf.RuleAction.Header;
import io.gatemason.generator.model.waf.RuleAction.Kind;
import io.gatemason.generator.model.waf.Statement.ActionOverride;
import io.gatemason.generator.read.resource.ResourceFields;
import io.gatemason.generator.read.resource.TemplateResource;
import io.gatemason.generator.source.Placed;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what becomes of a request. */
final class ActionReader {
  private ActionReader() {}

  /** An action, empty if it is not exactly one, which is reported. */
  static Optional<RuleAction> of(TemplateResource resource, ResourceFields fields, String title) {
    List<Kind> kinds =
        Arrays.stream(Kind.values()).filter(kind -> fields.has(kind.word())).toList();
    if (kinds.size() != 1) {
      resource.report(
          WebAclCodes.GM2952,
          fields.range(),
          title + " has to be exactly one action, and is " + kinds.size(),
          "write one of Allow, Block and Count, such as Block: {}");
      return Optional.empty();
    }
    Kind kind = kinds.get(0);
    return fields
        .object(kind.word())
        .map(
            action ->
                new RuleAction(
                    fields.range(),
                    kind,
                    action.object("CustomResponse").map(ActionReader::response),
                    action.object("CustomRequestHandling").stream()
                        .flatMap(handling -> headers(handling, "InsertHeaders"))
                        .toList()));
  }

  /** The older way to say that a rule of a group only counts. */
  static ActionOverride excluded(Placed<String> rule) {
    return new ActionOverride(rule, RuleAction.of(rule.range(), Kind.COUNT));
  }

  private static CustomResponse response(ResourceFields fields) {
    fields.demand("ResponseCode");
    return new CustomResponse(
        fields.range(),
        fields.integer("ResponseCode"),
        fields.string("CustomResponseBodyKey"),
        headers(fields, "ResponseHeaders").toList());
  }

  private static Stream<Header> headers(ResourceFields fields, String property) {
    return fields.objects(property).stream()
        .flatMap(
            header -> {
              header.demand("Name");
              header.demand("Value");
              Optional<Placed<String>> name = header.string("Name");
              Optional<Placed<String>> value = header.string("Value");
              return name.isPresent() && value.isPresent()
                  ? Stream.of(new Header(name.get(), value.get()))
                  : Stream.empty();
            });
  }
}
