package io.gatemason.generator.jsonschema;

import io.gatemason.generator.jsonschema.keyword.ConstKeyword;
import io.gatemason.generator.jsonschema.keyword.DependentRequiredKeyword;
import io.gatemason.generator.jsonschema.keyword.DynamicRefKeyword;
import io.gatemason.generator.jsonschema.keyword.EnumKeyword;
import io.gatemason.generator.jsonschema.keyword.ExclusiveLimitKeyword;
import io.gatemason.generator.jsonschema.keyword.FormatKeyword;
import io.gatemason.generator.jsonschema.keyword.Keyword;
import io.gatemason.generator.jsonschema.keyword.Keyword.Subschemas;
import io.gatemason.generator.jsonschema.keyword.LimitKeyword;
import io.gatemason.generator.jsonschema.keyword.MultipleOfKeyword;
import io.gatemason.generator.jsonschema.keyword.PatternKeyword;
import io.gatemason.generator.jsonschema.keyword.QuietKeyword;
import io.gatemason.generator.jsonschema.keyword.RefKeyword;
import io.gatemason.generator.jsonschema.keyword.RequiredKeyword;
import io.gatemason.generator.jsonschema.keyword.SizeKeyword;
import io.gatemason.generator.jsonschema.keyword.SizeKeyword.Counted;
import io.gatemason.generator.jsonschema.keyword.TypeKeyword;
import io.gatemason.generator.jsonschema.keyword.UniqueItemsKeyword;
import io.gatemason.generator.jsonschema.keyword.applicator.AdditionalItemsKeyword;
import io.gatemason.generator.jsonschema.keyword.applicator.AdditionalPropertiesKeyword;
import io.gatemason.generator.jsonschema.keyword.applicator.AllOfKeyword;
import io.gatemason.generator.jsonschema.keyword.applicator.AnyOfKeyword;
import io.gatemason.generator.jsonschema.keyword.applicator.ContainsKeyword;
import io.gatemason.generator.jsonschema.keyword.applicator.DependenciesKeyword;
import io.gatemason.generator.jsonschema.keyword.applicator.DependentSchemasKeyword;
import io.gatemason.generator.jsonschema.keyword.applicator.IfKeyword;
import io.gatemason.generator.jsonschema.keyword.applicator.ItemsKeyword;
import io.gatemason.generator.jsonschema.keyword.applicator.NotKeyword;
import io.gatemason.generator.jsonschema.keyword.applicator.OneOfKeyword;
import io.gatemason.generator.jsonschema.keyword.applicator.PatternPropertiesKeyword;
import io.gatemason.generator.jsonschema.keyword.applicator.PrefixItemsKeyword;
import io.gatemason.generator.jsonschema.keyword.applicator.PropertiesKeyword;
import io.gatemason.generator.jsonschema.keyword.applicator.PropertyNamesKeyword;
import io.gatemason.generator.jsonschema.keyword.applicator.UnevaluatedItemsKeyword;
import io.gatemason.generator.jsonschema.keyword.applicator.UnevaluatedPropertiesKeyword;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The keywords of each dialect, in the order in which they are compiled: cheap conditions first.
 */
public final class Keywords {
  private static final List<Keyword> COMMON =
      List.of(
          new TypeKeyword(),
          new EnumKeyword(),
          new SizeKeyword("minLength", Counted.CHARACTERS),
          new SizeKeyword("maxLength", Counted.CHARACTERS),
          new PatternKeyword(),
          new FormatKeyword(),
          new LimitKeyword("minimum", "exclusiveMinimum"),
          new LimitKeyword("maximum", "exclusiveMaximum"),
          new ExclusiveLimitKeyword("exclusiveMinimum"),
          new ExclusiveLimitKeyword("exclusiveMaximum"),
          new MultipleOfKeyword(),
          new PropertiesKeyword(),
          new PatternPropertiesKeyword(),
          new AdditionalPropertiesKeyword(),
          new RequiredKeyword(),
          new SizeKeyword("minProperties", Counted.MEMBERS),
          new SizeKeyword("maxProperties", Counted.MEMBERS),
          new ItemsKeyword(),
          new SizeKeyword("minItems", Counted.ITEMS),
          new SizeKeyword("maxItems", Counted.ITEMS),
          new UniqueItemsKeyword(),
          new NotKeyword(),
          new AllOfKeyword(),
          new AnyOfKeyword(),
          new OneOfKeyword(),
          new DependenciesKeyword(),
          new QuietKeyword("definitions", Subschemas.OBJECT));
  private static final List<Keyword> DRAFT_4_ONLY =
      List.of(new RefKeyword(), new AdditionalItemsKeyword());
  private static final List<Keyword> DRAFT_2020_12_ONLY =
      List.of(
          new ConstKeyword(),
          new RefKeyword(),
          new DynamicRefKeyword(),
          new QuietKeyword("$defs", Subschemas.OBJECT),
          new PropertyNamesKeyword(),
          new DependentRequiredKeyword(),
          new DependentSchemasKeyword(),
          new PrefixItemsKeyword(),
          new ContainsKeyword(),
          new QuietKeyword("minContains", Subschemas.NONE),
          new QuietKeyword("maxContains", Subschemas.NONE),
          new IfKeyword(),
          new QuietKeyword("then", Subschemas.SCHEMA),
          new QuietKeyword("else", Subschemas.SCHEMA),
          new UnevaluatedItemsKeyword(),
          new UnevaluatedPropertiesKeyword());

  /** The keywords that a metaschema without the validation vocabulary switches off. */
  public static final Set<String> VALIDATION =
      Set.of(
          "type",
          "const",
          "enum",
          "multipleOf",
          "maximum",
          "exclusiveMaximum",
          "minimum",
          "exclusiveMinimum",
          "maxLength",
          "minLength",
          "pattern",
          "maxItems",
          "minItems",
          "uniqueItems",
          "maxContains",
          "minContains",
          "maxProperties",
          "minProperties",
          "required",
          "dependentRequired");

  /** Keywords that say nothing about validity. */
  public static final Set<String> ANNOTATIONS =
      Set.of(
          "$anchor",
          "$comment",
          "$dynamicAnchor",
          "$id",
          "$schema",
          "$vocabulary",
          "contentEncoding",
          "contentMediaType",
          "contentSchema",
          "default",
          "deprecated",
          "description",
          "discriminator",
          "example",
          "examples",
          "externalDocs",
          "id",
          "nullable",
          "readOnly",
          "title",
          "writeOnly",
          "xml");

  private Keywords() {}

  /** The keywords of draft 4 and of OpenAPI 3.0, by name. */
  public static Map<String, Keyword> draft4() {
    return byName(DRAFT_4_ONLY);
  }

  /** The keywords of draft 2020-12, by name. */
  public static Map<String, Keyword> draft202012() {
    return byName(DRAFT_2020_12_ONLY);
  }

  private static Map<String, Keyword> byName(List<Keyword> only) {
    Map<String, Keyword> byName = new LinkedHashMap<>();
    COMMON.forEach(keyword -> byName.put(keyword.name(), keyword));
    only.forEach(keyword -> byName.put(keyword.name(), keyword));
    return Collections.unmodifiableMap(byName);
  }
}
