package io.gatemason.generator.read.resource.waf;

import io.gatemason.generator.model.waf.IpSet;
import io.gatemason.generator.model.waf.PatternSet;
import io.gatemason.generator.read.resource.Properties;
import io.gatemason.generator.read.resource.ResourceFields;
import io.gatemason.generator.read.resource.ResourceReader;
import io.gatemason.generator.read.resource.ServiceDraft;
import io.gatemason.generator.read.resource.TemplateResource;
import io.gatemason.generator.source.Placed;
import io.gatemason.generator.source.ScalarNode;
import java.util.List;

/** Sets of addresses and of regular expressions. */
public final class WafSetReader implements ResourceReader {
  private static final String IP_SET = "AWS::WAFv2::IPSet";

  private final String type;
  private final Properties takes;

  private WafSetReader(String type, Properties takes) {
    this.type = type;
    this.takes = takes;
  }

  /** The readers, one for each type. */
  public static List<ResourceReader> all() {
    return List.of(
        new WafSetReader(IP_SET, Properties.of("Addresses", "IPAddressVersion", "Name", "Scope")),
        new WafSetReader(
            "AWS::WAFv2::RegexPatternSet",
            Properties.of("Name", "RegularExpressionList", "Scope")));
  }

  @Override
  public List<String> types() {
    return List.of(type);
  }

  @Override
  public Properties takes() {
    return takes;
  }

  /** The families of addresses. */
  private enum Family {
    IPV4,
    IPV6
  }

  @Override
  public void read(TemplateResource resource, ServiceDraft draft) {
    ResourceFields fields = resource.fields();
    Placed<String> name = WafParts.name(resource);
    if (type.equals(IP_SET)) {
      fields.demand("IPAddressVersion");
      fields.demand("Addresses");
      boolean v6 =
          fields
              .choice("IPAddressVersion", Family.class)
              .map(family -> family.value() == Family.IPV6)
              .orElse(false);
      draft
          .waf()
          .add(
              resource.id(),
              new IpSet(resource.range(), name, v6, placed(fields.texts("Addresses"))));
      return;
    }
    fields.demand("RegularExpressionList");
    draft
        .waf()
        .add(
            resource.id(),
            new PatternSet(resource.range(), name, placed(fields.texts("RegularExpressionList"))));
  }

  private static List<Placed<String>> placed(List<ScalarNode> texts) {
    return texts.stream().map(text -> new Placed<>(text.text(), text.range())).toList();
  }
}
