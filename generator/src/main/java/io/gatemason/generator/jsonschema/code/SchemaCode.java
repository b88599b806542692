package io.gatemason.generator.jsonschema.code;

import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.jsonschema.regex.EcmaPattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the keywords of one schema ask for, collected before anything is printed. All expressions
 * are boolean and read the cursor {@code in}. Not thread-safe.
 */
public final class SchemaCode {
  private final List<CodeBlock> values = new ArrayList<>();
  private final Map<CodeBlock, CodeBlock> references = new HashMap<>();
  private final List<CodeBlock> branches = new ArrayList<>();
  private final Map<String, Check> properties = new LinkedHashMap<>();
  private final List<PatternCheck> patterns = new ArrayList<>();
  private final TreeSet<String> required = new TreeSet<>();
  private final List<CodeBlock> objectEnd = new ArrayList<>();
  private final List<CodeBlock> arrayEnd = new ArrayList<>();
  private final List<Check> firstItems = new ArrayList<>();
  private Optional<Check> propertyNames = Optional.empty();
  private Optional<Check> additionalProperties = Optional.empty();
  private Optional<Check> otherItems = Optional.empty();
  private Optional<Check> unevaluatedProperties = Optional.empty();
  private Optional<Check> unevaluatedItems = Optional.empty();
  private boolean held;
  private boolean tree;

  /**
   * A schema for members whose names match a pattern.
   *
   * @param pattern the pattern
   * @param constant the generated constant that holds it
   * @param check the schema
   */
  public record PatternCheck(EcmaPattern pattern, CodeBlock constant, Check check) {}

  /** A condition on the value before anything inside it is read. */
  public void value(CodeBlock condition) {
    values.add(condition);
  }

  /**
   * A condition on the value that is a method of its own.
   *
   * @param reference that method
   */
  public void value(CodeBlock condition, CodeBlock reference) {
    values.add(condition);
    references.put(condition, reference);
  }

  /** The method that is all conditions on the value; empty if there is no such method. */
  public Optional<CodeBlock> reference() {
    return values.size() == 1
        ? Optional.ofNullable(references.get(values.get(0)))
        : Optional.empty();
  }

  /** A condition that applies another schema to the value, which therefore is read again. */
  public void branch(CodeBlock condition) {
    branches.add(condition);
    held = true;
  }

  /** A condition on the tree of the value. */
  public void treeBranch(CodeBlock condition) {
    branch(condition);
    tree = true;
  }

  /** Asks for a tree of the value even where no branch does. */
  public void tree() {
    tree = true;
  }

  /** The schema of one member. */
  public void property(String name, Check check) {
    properties.put(name, check);
  }

  /** The schema of members whose names match. */
  public void pattern(PatternCheck pattern) {
    patterns.add(pattern);
  }

  /** The schema of all other members. */
  public void additionalProperties(Check check) {
    additionalProperties = Optional.of(check);
  }

  /** The schema of the names of members. */
  public void propertyNames(Check check) {
    propertyNames = Optional.of(check);
  }

  /** A member that has to be there. */
  public void require(String name) {
    required.add(name);
  }

  /** A condition once all members are read. */
  public void objectEnd(CodeBlock condition) {
    objectEnd.add(condition);
  }

  /** The schema of the next of the first items. */
  public void firstItem(Check check) {
    firstItems.add(check);
  }

  /** The schema of the items after the first ones. */
  public void otherItems(Check check) {
    otherItems = Optional.of(check);
  }

  /** A condition once all items are read. */
  public void arrayEnd(CodeBlock condition) {
    arrayEnd.add(condition);
  }

  /** The schema of members that nothing else evaluated. */
  public void unevaluatedProperties(Check check) {
    unevaluatedProperties = Optional.of(check);
  }

  /** The schema of items that nothing else evaluated. */
  public void unevaluatedItems(Check check) {
    unevaluatedItems = Optional.of(check);
  }

  /** Conditions on the value itself. */
  public List<CodeBlock> values() {
    return values;
  }

  /** Conditions on the held value. */
  public List<CodeBlock> branches() {
    return branches;
  }

  /** Schemas of members by name. */
  public Map<String, Check> properties() {
    return properties;
  }

  /** Schemas of members by pattern. */
  public List<PatternCheck> patterns() {
    return patterns;
  }

  /** Names of required members, sorted. */
  public Set<String> required() {
    return required;
  }

  /** Conditions after the last member. */
  public List<CodeBlock> objectEnd() {
    return objectEnd;
  }

  /** Conditions after the last item. */
  public List<CodeBlock> arrayEnd() {
    return arrayEnd;
  }

  /** Schemas of the first items. */
  public List<Check> firstItems() {
    return firstItems;
  }

  /** The schema of names; empty if there is none. */
  public Optional<Check> propertyNames() {
    return propertyNames;
  }

  /** The schema of other members; empty if there is none. */
  public Optional<Check> additionalProperties() {
    return additionalProperties;
  }

  /** The schema of other items; empty if there is none. */
  public Optional<Check> otherItems() {
    return otherItems;
  }

  /** The schema of unevaluated members; empty if there is none. */
  public Optional<Check> unevaluatedProperties() {
    return unevaluatedProperties;
  }

  /** The schema of unevaluated items; empty if there is none. */
  public Optional<Check> unevaluatedItems() {
    return unevaluatedItems;
  }

  /** Whether the value is looked at more than once. */
  public boolean isHeld() {
    return held || needsTree();
  }

  /** Whether the value has to be looked at as a tree. */
  public boolean needsTree() {
    return tree || required.size() > 64;
  }

  /** Whether members have to be read one by one. */
  public boolean readsMembers() {
    return !properties.isEmpty()
        || !patterns.isEmpty()
        || additionalProperties.isPresent()
        || propertyNames.isPresent()
        || !required.isEmpty()
        || !objectEnd.isEmpty();
  }

  /** Whether items have to be read one by one. */
  public boolean readsItems() {
    return !firstItems.isEmpty() || otherItems.isPresent() || !arrayEnd.isEmpty();
  }
}
