package io.gatemason.generator.jsonschema.keyword;

import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.jsonschema.code.RuntimeTypes;
import io.gatemason.generator.jsonschema.code.Scope;
import io.gatemason.generator.jsonschema.code.Values;
import io.gatemason.generator.source.Node;
import java.util.Map;

/** A named kind of string, checked where the dialect asserts formats. */
public final class FormatKeyword implements Keyword {
  private static final Map<String, String> CONSTANTS =
      Map.ofEntries(
          Map.entry("base64", "BASE64"),
          Map.entry("date-time", "DATE_TIME"),
          Map.entry("email", "EMAIL"),
          Map.entry("hostname", "HOSTNAME"),
          Map.entry("ipv4", "IPV4"),
          Map.entry("ipv6", "IPV6"),
          Map.entry("json-pointer", "JSON_POINTER"),
          Map.entry("mac", "MAC_ADDRESS"),
          Map.entry("md5", "MD5"),
          Map.entry("regex", "REGEX"),
          Map.entry("sha1", "SHA1"),
          Map.entry("sha256", "SHA256"),
          Map.entry("sha512", "SHA512"),
          Map.entry("uri", "URI_REFERENCE"),
          Map.entry("uuid", "UUID_TEXT"));

  @Override
  public String name() {
    return "format";
  }

  @Override
  public void compile(Node value, Scope scope) {
    if (!scope.assertsFormats()) {
      return;
    }
    String format = Values.text(value).orElse("");
    String constant = CONSTANTS.get(format);
    if (constant != null) {
      scope
          .code()
          .value(
              CodeBlock.of(
                  "$T.format(in, $T.$L)",
                  RuntimeTypes.TEXT_CHECKS,
                  RuntimeTypes.FORMATS,
                  constant));
    }
  }
}
