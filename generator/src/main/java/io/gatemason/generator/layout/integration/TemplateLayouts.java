package io.gatemason.generator.layout.integration;

import com.palantir.javapoet.ClassName;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.layout.name.Names;
import io.gatemason.generator.model.MappingTemplate;
import io.gatemason.generator.vtl.CompiledTemplate;
import io.gatemason.generator.vtl.VtlCompiler;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compiles the mapping templates of an API and names their classes after their methods. */
public final class TemplateLayouts {
  private final String packageName;
  private final VtlCompiler compiler;
  private final Diagnostics diagnostics;
  private final List<TemplateLayout> classes = new ArrayList<>();
  private final Set<String> taken = new HashSet<>();

  public TemplateLayouts(String packageName, VtlCompiler compiler, Diagnostics diagnostics) {
    this.packageName = packageName;
    this.compiler = compiler;
    this.diagnostics = diagnostics;
  }

  /** The classes so far, in the order of their methods. */
  public List<TemplateLayout> classes() {
    return List.copyOf(classes);
  }

  /**
   * The templates by media type in lower case; the first of a kind wins.
   *
   * @param owner what the classes are named after, such as {@code GetPetRequest}
   * @param use what the templates render, in words that a media type can follow
   */
  public Map<String, TemplateText> texts(
      String owner, String use, Map<String, MappingTemplate> templates) {
    Map<String, TemplateText> texts = new LinkedHashMap<>();
    templates.forEach(
        (key, template) -> {
          String type = mediaType(key);
          if (!texts.containsKey(type)) {
            String kind = templates.size() > 1 ? Names.type(type) : "";
            String name = unique(owner + kind, owner + " " + type) + "Template";
            text(name, use + " " + type + ".", template).ifPresent(text -> texts.put(type, text));
          }
        });
    return texts;
  }

  /** Keys that expressions select are no media types: their case matters. */
  private static String mediaType(String key) {
    return key.contains("/") ? key.strip().toLowerCase(Locale.ROOT) : key;
  }

  /** Two media types may have the same letters, and file systems may ignore their case. */
  private String unique(String name, String text) {
    String shortened = Names.shortened(name, text);
    return taken.add(shortened.toLowerCase(Locale.ROOT))
        ? shortened
        : Names.shortened(name + Names.fingerprint(text), text);
  }

  /** Empty if there were errors, which stop the run before anything is printed. */
  private Optional<TemplateText> text(
      String simpleName, String description, MappingTemplate template) {
    ClassName name = ClassName.get(packageName, simpleName);
    return compiler
        .compile(template.text(), name, diagnostics)
        .map(
            compiled ->
                compiled
                    .constantText()
                    .<TemplateText>map(TemplateText.Constant::new)
                    .orElseGet(() -> compiled(name, description, template, compiled)));
  }

  private TemplateText compiled(
      ClassName name, String description, MappingTemplate template, CompiledTemplate compiled) {
    classes.add(
        new TemplateLayout(
            name, description, compiled.type().orElseThrow(), template.text().range()));
    return new TemplateText.Compiled(
        name, compiled.features().contains(CompiledTemplate.Feature.OVERRIDES));
  }
}
