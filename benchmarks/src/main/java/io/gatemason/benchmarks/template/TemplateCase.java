package io.gatemason.benchmarks.template;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What is rendered: a template and the payload that it reads. */
public enum TemplateCase {
  /** A constant of 1 KB. */
  CONSTANT(constant(), "{}"),
  /** All parameters by location. */
  PARAMETERS(
      """
      {"params": {
      #set($all = $input.params())
      #foreach($type in $all.keySet())
      #set($params = $all.get($type))
      "$type": {
      #foreach($name in $params.keySet())
      "$name": "$util.escapeJavaScript($params.get($name))"#if($foreach.hasNext),#end
      #end
      }#if($foreach.hasNext),#end
      #end
      }, "stage": "$stageVariables.stage"}
      """,
      "{}"),
  /** An object of twenty fields. */
  MAPPING(mapping(), fields()),
  /** A hundred items with nested fields. */
  LOOP(
      """
      #set($root = $input.path('$'))
      {"lines": [
      #foreach($line in $root.order.lines)
      {"sku": "$line.product.sku", "name": "$line.product.name", "quantity": $line.quantity,
       "city": "$line.address.city", "n": $foreach.count}#if($foreach.hasNext),#end
      #end
      ]}
      """,
      lines()),
  /** Long texts with many characters to escape. */
  ESCAPES(
      """
      #set($root = $input.path('$'))
      {"a": "$util.escapeJavaScript($root.a)", "b": "$util.escapeJavaScript($root.b)",
       "c": "$util.escapeJavaScript($root.c)", "d": "$util.escapeJavaScript($root.d)"}
      """,
      texts());

  private final String template;
  private final String body;

  TemplateCase(String template, String body) {
    this.template = template;
    this.body = body;
  }

  /** The text of the template. */
  public String template() {
    return template;
  }

  /** The payload, JSON. */
  public String body() {
    return body;
  }

  private static String constant() {
    return IntStream.range(0, 32)
        .mapToObj(i -> "  \"field" + i + "\": \"constant text " + i + "\"")
        .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
  }

  private static String mapping() {
    return IntStream.range(0, 20)
        .mapToObj(i -> "  \"target" + i + "\": \"$root.source" + i + "\"")
        .collect(Collectors.joining(",\n", "#set($root = $input.path('$'))\n{\n", "\n}\n"));
  }

  private static String fields() {
    return IntStream.range(0, 20)
        .mapToObj(i -> "\"source" + i + "\": \"value of field " + i + "\"")
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String lines() {
    return IntStream.range(0, 100)
        .mapToObj(
            i ->
                "{\"product\": {\"sku\": \"SKU-%d\", \"name\": \"Item %d\"}, \"quantity\": %d, "
                        .formatted(i, i, i % 7)
                    + "\"address\": {\"city\": \"Ulm\"}}")
        .collect(Collectors.joining(",", "{\"order\": {\"lines\": [", "]}}"));
  }

  private static String texts() {
    String text = "He said: \\\"it's a \\\\ path\\\"\\n and\\t went on; ".repeat(8);
    return "{\"a\": \"%s\", \"b\": \"%s\", \"c\": \"%s\", \"d\": \"%s\"}"
        .formatted(text, text, text, text);
  }
}
