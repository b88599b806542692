package io.gatemason.runtime.waf.managed;

import static io.gatemason.runtime.waf.managed.Part.BODY;
import static io.gatemason.runtime.waf.managed.Part.COOKIE;
import static io.gatemason.runtime.waf.managed.Part.HEADER;
import static io.gatemason.runtime.waf.managed.Part.QUERYARGUMENTS;
import static io.gatemason.runtime.waf.managed.Part.QUERYSTRING;
import static io.gatemason.runtime.waf.managed.Part.URIPATH;

import io.gatemason.runtime.waf.Comparison;
import io.gatemason.runtime.waf.Field;
import io.gatemason.runtime.waf.MatchRule;
import io.gatemason.runtime.waf.Oversize;
import io.gatemason.runtime.waf.RuleGroup;
import io.gatemason.runtime.waf.SearchString;
import io.gatemason.runtime.waf.text.TextTransformation;
import java.util.List;
import java.util.function.Supplier;

/**
 * The groups of rules that the service manages for everybody, by its name without {@code
 * AWSManagedRules} (docs/behaviour/web-acls.md#managed-groups). The service publishes names, labels
 * and examples; what the rules find is ours. Safe for concurrent use.
 */
public enum ManagedRuleGroup {
  COMMON("core-rule-set", ManagedRuleGroup::common),
  ADMIN_PROTECTION("admin-protection", ManagedRuleGroup::adminProtection),
  KNOWN_BAD_INPUTS("known-bad-inputs", ManagedRuleGroup::knownBadInputs),
  SQLI("sql-database", ManagedRuleGroup::sql),
  LINUX("linux-os", ManagedRuleGroup::linux),
  UNIX("posix-os", ManagedRuleGroup::unix),
  WINDOWS("windows-os", ManagedRuleGroup::windows),
  PHP("php-app", ManagedRuleGroup::php),
  WORDPRESS("wordpress-app", ManagedRuleGroup::wordPress);

  private final String label;

  @SuppressWarnings("ImmutableEnumChecker") // Gives the same each time.
  private final Supplier<ManagedRules> rules;

  ManagedRuleGroup(String label, Supplier<ManagedRules> rules) {
    this.label = label;
    this.rules = rules;
  }

  /** The group for one use of it. */
  public RuleGroup create() {
    return RuleGroup.managed(label, rules());
  }

  List<MatchRule> rules() {
    return rules.get().list();
  }

  private static ManagedRules common() {
    ManagedPatterns badBots = ManagedPatterns.of("bad-bots");
    return new ManagedRules()
        .add(
            "NoUserAgent_HEADER",
            "NoUserAgent_Header",
            request -> !request.header("user-agent").size(Comparison.GE, 0))
        .add(
            "UserAgent_BadBots_HEADER",
            "BadBots_Header",
            request -> badBots.areIn(request.header("user-agent").as(TextTransformation.LOWERCASE)))
        .add(
            "SizeRestrictions_QUERYSTRING",
            "SizeRestrictions_QueryString",
            request -> request.queryString().size(Comparison.GT, 2048))
        .add(
            "SizeRestrictions_Cookie_HEADER",
            "SizeRestrictions_Cookie_Header",
            request -> request.header("cookie").size(Comparison.GT, 10_240))
        .add(
            "SizeRestrictions_BODY",
            "SizeRestrictions_Body",
            request -> request.body(Oversize.CONTINUE).size(Comparison.GT, 8192))
        .add(
            "SizeRestrictions_URIPATH",
            "SizeRestrictions_URIPath",
            request -> request.uriPath().size(Comparison.GT, 1024))
        .find("EC2MetaDataSSRF", "metadata", BODY, COOKIE, URIPATH, QUERYARGUMENTS)
        .find("GenericLFI", "traversal", QUERYARGUMENTS, URIPATH, BODY)
        .find("RestrictedExtensions", "extensions", URIPATH, QUERYARGUMENTS)
        .find("GenericRFI", "remote-file", QUERYARGUMENTS, BODY, URIPATH)
        .detect("CrossSiteScripting", Field::hasScript, COOKIE, QUERYARGUMENTS, BODY, URIPATH);
  }

  private static ManagedRules adminProtection() {
    return new ManagedRules().find("AdminProtection", "admin-paths", URIPATH);
  }

  private static ManagedRules knownBadInputs() {
    SearchString localhost = SearchString.of("localhost");
    SearchString propfind = SearchString.of("PROPFIND");
    return new ManagedRules()
        .find("JavaDeserializationRCE", "java", HEADER, BODY, URIPATH, QUERYSTRING)
        .add(
            "Host_localhost_HEADER",
            "Host_Localhost_Header",
            request -> request.header("host").as(TextTransformation.LOWERCASE).contains(localhost))
        .add("PROPFIND_METHOD", "Propfind_Method", request -> request.method().is(propfind))
        .find("ExploitablePaths", "exploitable-paths", URIPATH)
        .find("Log4JRCE", "log4j", HEADER, QUERYSTRING, BODY, URIPATH);
  }

  private static ManagedRules sql() {
    return new ManagedRules()
        .detect("SQLi", field -> field.hasSqlInjection(false), QUERYARGUMENTS, BODY, COOKIE)
        .find("SQLiExtendedPatterns", "sql", QUERYARGUMENTS, BODY);
  }

  private static ManagedRules linux() {
    return new ManagedRules().find("LFI", "linux-files", URIPATH, QUERYSTRING, HEADER);
  }

  private static ManagedRules unix() {
    return new ManagedRules()
        .findAsNamed("UNIXShellCommandsVariables", "unix-shell", QUERYARGUMENTS)
        .findAsNamed("UNIXShellCommandsVariables", "unix-shell", BODY);
  }

  private static ManagedRules windows() {
    return new ManagedRules()
        .find("WindowsShellCommands", "windows-shell", COOKIE, QUERYARGUMENTS, BODY)
        .find("PowerShellCommands", "powershell", COOKIE, QUERYARGUMENTS, BODY);
  }

  private static ManagedRules php() {
    return new ManagedRules().find("PHPHighRiskMethodsVariables", "php", HEADER, QUERYSTRING, BODY);
  }

  private static ManagedRules wordPress() {
    return new ManagedRules()
        .findAsNamed("WordPressExploitableCommands", "wordpress-commands", QUERYSTRING)
        .findAsNamed("WordPressExploitablePaths", "wordpress-paths", URIPATH);
  }
}
