package io.gatemason.generator.model.waf;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The managed groups that the runtime has, each constant named as there, with their rules ({@code
 * docs/behaviour/web-acls.md#managed-groups}).
 */
public enum ManagedRuleSet {
  COMMON(
      "Common",
      700,
      "NoUserAgent HEADER",
      "UserAgent_BadBots HEADER",
      "SizeRestrictions QUERYSTRING Cookie_HEADER BODY URIPATH",
      "EC2MetaDataSSRF BODY COOKIE URIPATH QUERYARGUMENTS",
      "GenericLFI QUERYARGUMENTS URIPATH BODY",
      "RestrictedExtensions URIPATH QUERYARGUMENTS",
      "GenericRFI QUERYARGUMENTS BODY URIPATH",
      "CrossSiteScripting COOKIE QUERYARGUMENTS BODY URIPATH"),
  ADMIN_PROTECTION("AdminProtection", 100, "AdminProtection URIPATH"),
  KNOWN_BAD_INPUTS(
      "KnownBadInputs",
      200,
      "JavaDeserializationRCE HEADER BODY URIPATH QUERYSTRING",
      "Host_localhost HEADER",
      "PROPFIND METHOD",
      "ExploitablePaths URIPATH",
      "Log4JRCE HEADER QUERYSTRING BODY URIPATH"),
  SQLI("SQLi", 200, "SQLi QUERYARGUMENTS BODY COOKIE", "SQLiExtendedPatterns QUERYARGUMENTS BODY"),
  LINUX("Linux", 200, "LFI URIPATH QUERYSTRING HEADER"),
  UNIX("Unix", 100, "UNIXShellCommandsVariables QUERYARGUMENTS BODY"),
  WINDOWS(
      "Windows",
      200,
      "WindowsShellCommands COOKIE QUERYARGUMENTS BODY",
      "PowerShellCommands COOKIE QUERYARGUMENTS BODY"),
  PHP("PHP", 100, "PHPHighRiskMethodsVariables HEADER QUERYSTRING BODY"),
  WORDPRESS(
      "WordPress",
      100,
      "WordPressExploitableCommands QUERYSTRING",
      "WordPressExploitablePaths URIPATH");

  private final String name;
  private final int capacity;

  @SuppressWarnings("ImmutableEnumChecker") // toList gives one that cannot be changed.
  private final List<String> rules;

  ManagedRuleSet(String word, int capacity, String... rules) {
    this.name = "AWSManagedRules" + word + "RuleSet";
    this.capacity = capacity;
    this.rules = Stream.of(rules).flatMap(ManagedRuleSet::names).toList();
  }

  /** The names of rules that look for the same in several parts of requests. */
  private static Stream<String> names(String rule) {
    String[] words = rule.split(" ");
    return Arrays.stream(words).skip(1).map(part -> words[0] + "_" + part);
  }

  /** The group of a name. */
  public static Optional<ManagedRuleSet> of(String vendor, String name) {
    return Arrays.stream(values())
        .filter(group -> vendor.equals("AWS") && group.name.equals(name))
        .findFirst();
  }

  /** How many of a web ACL's capacity units it takes. */
  public int capacity() {
    return capacity;
  }

  /** The names of its rules, in the order in which they are asked. */
  public List<String> rules() {
    return rules;
  }
}
