package io.gatemason.generator.read;

import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.FunctionDefinition;
import io.gatemason.generator.read.cloudformation.CloudFormationTemplate;
import io.gatemason.generator.read.cloudformation.Names;
import io.gatemason.generator.read.cloudformation.intrinsic.Substitution;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ScalarNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * {@code AWS::Lambda::Function} and {@code AWS::Serverless::Function}, the latter with what {@code
 * Globals.Function} says. Values that only the cloud knows count as absent, without a diagnostic:
 * most functions of a template are none of a gateway's.
 */
public final class FunctionResources {
  private static final Set<String> TYPES =
      Set.of("AWS::Lambda::Function", "AWS::Serverless::Function");

  private final Map<String, String> parameters;
  private final List<CloudFormationTemplate> templates;

  /** Reads with values of parameters, which win over the defaults of templates. */
  public FunctionResources(Map<String, String> parameters, List<CloudFormationTemplate> templates) {
    this.parameters = Map.copyOf(parameters);
    this.templates = List.copyOf(templates);
  }

  /**
   * The templates, in which functions are known by their names: those that they are given, else
   * their logical ids, behind the name of the file where an earlier template has the same.
   */
  public List<CloudFormationTemplate> named() {
    Set<String> taken = new HashSet<>();
    List<CloudFormationTemplate> named =
        templates.stream().map(each -> seenBy(each, templates).named(each, taken)).toList();
    return named.stream().map(each -> seenBy(each, named).withQualified(each)).toList();
  }

  /** What a template means by names: its own before those of others. */
  private FunctionResources seenBy(
      CloudFormationTemplate template, List<CloudFormationTemplate> all) {
    List<CloudFormationTemplate> ordered = new ArrayList<>(all);
    ordered.sort(Comparator.comparing(other -> other != template));
    return new FunctionResources(parameters, ordered);
  }

  /** The functions that templates declare, in the order of the templates. */
  public List<FunctionDefinition> read() {
    List<FunctionDefinition> functions = new ArrayList<>();
    for (CloudFormationTemplate template : named()) {
      forEach(template, (id) -> functions.add(read(template, id)));
    }
    return functions;
  }

  private CloudFormationTemplate named(CloudFormationTemplate template, Set<String> taken) {
    Map<String, String> names = new HashMap<>();
    for (String id : template.resources().members().keySet()) {
      Names.writtenName(template, id).flatMap(this::value).ifPresent(name -> names.put(id, name));
    }
    forEach(
        template,
        id ->
            text(template, id, "FunctionName")
                .or(() -> taken.add(id) ? Optional.empty() : Optional.of(prefixed(template, id)))
                .ifPresent(name -> names.put(id, name)));
    return template.withNames(names);
  }

  /** With the names of aliases and versions; a version's number is not known, and is left out. */
  private CloudFormationTemplate withQualified(CloudFormationTemplate template) {
    Map<String, String> names = new HashMap<>();
    for (String id : template.resources().members().keySet()) {
      boolean alias = template.resourceType(id).equals("AWS::Lambda::Alias");
      if (alias || template.resourceType(id).equals("AWS::Lambda::Version")) {
        String name = alias ? text(template, id, "Name").map(n -> ":" + n).orElse("") : "";
        text(template, id, "FunctionName")
            .map(function -> function.substring(function.lastIndexOf(':') + 1))
            .ifPresent(function -> names.put(id, function + name));
      }
    }
    return template.withNames(names);
  }

  /** The file's name up to its first dot, and the logical id. */
  private static String prefixed(CloudFormationTemplate template, String id) {
    String file = template.name().substring(template.name().lastIndexOf('/') + 1);
    int dot = file.indexOf('.');
    String stem = dot > 0 ? file.substring(0, dot) : file;
    return stem.replaceAll("[^A-Za-z0-9_-]", "-") + "-" + id;
  }

  private static void forEach(CloudFormationTemplate template, Consumer<String> logicalId) {
    template.resources().members().keySet().stream()
        .filter(id -> TYPES.contains(template.resourceType(id)))
        .forEach(logicalId);
  }

  private FunctionDefinition read(CloudFormationTemplate template, String id) {
    Optional<Node> handler = template.functionProperty(id, "Handler");
    Map<String, String> environment = new TreeMap<>();
    Set<String> unknown = new TreeSet<>();
    template
        .functionEnvironment(id)
        .forEach(
            (name, node) ->
                value(node)
                    .ifPresentOrElse(v -> environment.put(name, v), () -> unknown.add(name)));
    return new FunctionDefinition(
        handler.map(Node::range).orElseGet(() -> template.resourceRange(id)),
        template.property(id, "FunctionName").orElse(id),
        text(template, id, "Runtime").orElse(""),
        text(template, id, "Handler").orElse(""),
        text(template, id, "CodeUri")
            .or(() -> text(template, id, "Code"))
            .or(() -> template.assetPath(id))
            .filter(this::isLocal),
        text(template, id, "InlineCode").or(() -> zipFile(template, id)),
        Optional.of(
            number(template, id, "Timeout")
                .map(Duration::ofSeconds)
                .orElse(FunctionDefinition.DEFAULT_TIMEOUT)),
        number(template, id, "MemorySize").orElse(FunctionDefinition.DEFAULT_MEMORY_MEGABYTES),
        environment,
        List.copyOf(unknown),
        false);
  }

  /** A plain function's code of a template, in spite of its name. */
  private Optional<String> zipFile(CloudFormationTemplate template, String id) {
    return template
        .functionProperty(id, "Code")
        .flatMap(Node::asObject)
        .flatMap(code -> code.get("ZipFile"))
        .flatMap(this::value);
  }

  private boolean isLocal(String codeUri) {
    return !codeUri.startsWith("s3://") && !codeUri.startsWith("https://");
  }

  private Optional<Integer> number(CloudFormationTemplate template, String id, String property) {
    return text(template, id, property)
        .filter(text -> text.matches("[0-9]{1,5}"))
        .map(text -> new BigDecimal(text).intValueExact())
        .filter(number -> number > 0);
  }

  private Optional<String> text(CloudFormationTemplate template, String id, String property) {
    return template.functionProperty(id, property).flatMap(this::value);
  }

  /** The text of a scalar, after its functions; empty where only the cloud knows it. */
  private Optional<String> value(Node node) {
    Diagnostics own = new Diagnostics();
    Node value =
        new Substitution(parameters, templates, own, (from, location) -> Optional.empty())
            .apply(node);
    boolean plain = node.tag().isEmpty() && node.asScalar().isPresent();
    Optional<Node> known =
        !own.hasErrors() ? Optional.of(value) : plain ? Optional.of(node) : Optional.empty();
    return known.flatMap(Node::asScalar).filter(s -> !s.isNull()).map(ScalarNode::text);
  }
}
