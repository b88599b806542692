package io.gatemason.runtime.waf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelsTest {
  private static final String OWN = "awswaf:000000000000:webacl:T:";

  private final Labels labels = new Labels();

  @BeforeEach
  void label() {
    labels.add(OWN + "ns1:ns2:header:encoding:utf8");
    labels.add("awswaf:000000000000:rulegroup:G:other:name");
    labels.add("awswaf:managed:aws:core-rule-set:NoUserAgent_Header");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "utf8",
        "encoding:utf8",
        "ns1:ns2:header:encoding:utf8",
        "awswaf:000000000000:webacl:T:ns1:ns2:header:encoding:utf8",
        "awswaf:123456789012:webacl:T:ns1:ns2:header:encoding:utf8",
        "awswaf:000000000000:rulegroup:G:other:name",
        "awswaf:managed:aws:core-rule-set:NoUserAgent_Header"
      })
  void findsTheEndOfOwnLabelsAndWholeOthers(String key) {
    assertTrue(labels.has(OWN, key));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tf8",
        "ncoding:utf8",
        "Encoding:utf8",
        "encoding",
        "name",
        "other:name",
        "T:ns1:ns2:header:encoding:utf8",
        "awswaf:000000000000:webacl:T:utf8",
        "awswaf:managed:aws:core-rule-set:NoUserAgent"
      })
  void findsNoPartsAndNothingOfOthersWithoutPrefix(String key) {
    assertFalse(labels.has(OWN, key));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ns1:",
        "ns2:",
        "ns1:ns2:",
        "header:encoding:",
        "awswaf:000000000000:webacl:T:ns1:",
        "awswaf:123456789012:webacl:T:",
        "awswaf:managed:aws:"
      })
  void findsNamespaces(String key) {
    assertEquals(1, labels.in(OWN, key).size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"s1:", "utf8:", "encoding:utf8:", "ns1:header:", "other:"})
  void aNamespaceIsNeitherThePartOfOneNorTheName(String key) {
    assertEquals(List.of(), labels.in(OWN, key));
  }
}
