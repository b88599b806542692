package io.gatemason.runtime.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.gatemason.runtime.client.RequestFields;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DomainTableTest {
  private static final DomainTable TABLE =
      DomainTable.of(
          List.of(
              CustomDomain.of("single.example.com")
                  .mapping("orders", "api", "orders")
                  .mapping("a$b", "api", "odd")
                  .mapping("staged", "api"),
              CustomDomain.of("Several.example.com")
                  .mapping("orders", "api", "one")
                  .mapping("orders/v2", "api", "two")
                  .mapping("", "api", "rest"),
              CustomDomain.of("*.example.com").mapping("", "api", "wild"),
              CustomDomain.of("rules.example.com")
                  .rule(
                      RoutingRule.of("second", 20, "api", "suffix")
                          .headers(new HeaderMatch("X-Version", "*-beta")))
                  .rule(
                      RoutingRule.of("first", 10, "api", "strip")
                          .basePaths("strip", "strip/more")
                          .stripBasePath())
                  .rule(
                      RoutingRule.of("third", 30, "api", "both")
                          .headers(new HeaderMatch("x-a", "v*"), new HeaderMatch("X-B", "v"))
                          .headers(new HeaderMatch("X-C", "*mid*"))
                          .basePaths("keep"))
                  .mapping("v1", "api", "mapped")));

  @ParameterizedTest
  @CsvSource({
    "single.example.com, /orders, orders, 7",
    "single.example.com, /orders/, orders, 7",
    "single.example.com, /orders/5, orders, 7",
    "single.example.com, /a$b/5, odd, 4",
    "single.example.com, /ordersandmore, , 0",
    "single.example.com, /Orders, , 0",
    "single.example.com, /, , 0",
    "several.example.com, /orders/v1, one, 7",
    "several.example.com, /orders/v2, two, 10",
    "several.example.com, /orders/v2items, two, 10",
    "several.example.com, /ordersandmore, one, 7",
    "several.example.com, /other, rest, 0",
    "several.example.com, /, rest, 0",
    "other.example.com, /x, wild, 0",
  })
  void findsTheLongestMapping(String host, String path, String stage, int routed) {
    DomainTable.Target target = find(host, path);
    assertEquals(stage, target == null ? null : target.stage());
    if (target != null) {
      assertEquals(routed, target.path().routed());
    }
  }

  @Test
  void aWildcardStandsForOneLabelOnly() {
    assertNull(TABLE.find("a.b.example.com"));
    assertNull(TABLE.find("example.com"));
    assertNotNull(TABLE.find("a.example.com"));
  }

  @Test
  void theSegmentBehindTheBasePathMayNameTheStage() {
    DomainTable.Target target = find("single.example.com", "/staged/dev/x");
    assertNotNull(target);
    assertNull(target.stage());
    assertEquals(7, target.path().raw());
    assertEquals("/dev/x", target.path().followedByStage(11).rawPath("/staged/dev/x"));
    assertEquals("/staged/dev/x", target.path().followedByStage(11).shownPath("/staged/dev/x"));
  }

  @ParameterizedTest
  @CsvSource({
    "/strip/a, '', strip, 6, strip",
    "/strip/more/a, '', strip, 11, strip/more",
    "/stripped, '', strip, 6, strip",
    "/v1/a, X-Version: one-beta, suffix, 0,",
    "/v1/a, x-version: one-Beta, mapped, 3, v1",
    "/v1/a, X-Version: beta, mapped, 3, v1",
    "/keep/a, X-A: v1|X-C: in mid it, both, 0, keep",
    "/keep/a, X-B: v|X-C: mid, both, 0, keep",
    "/keep/a, X-B: v1|X-C: mid, , 0,",
    "/keep/a, X-B: v, , 0,",
    "/other, X-B: v|X-C: mid, , 0,",
  })
  void asksRulesBeforeMappings(
      String path, String headers, String stage, int routed, String basePath) {
    DomainTable.Target target =
        TABLE.find("rules.example.com").find(path, new Fields(headers.split("\\|")));
    assertEquals(stage, target == null ? null : target.stage());
    if (target != null) {
      assertEquals(routed, target.path().routed());
      assertEquals(basePath, target.path().match().basePath());
    }
  }

  @Test
  void severalLevelsMakeHeadersLowerCase() {
    assertEquals(true, find("several.example.com", "/").path().lowerCasesHeaders());
    assertEquals(false, find("single.example.com", "/orders").path().lowerCasesHeaders());
  }

  @Test
  void aThousandDomainsCostNoMoreThanTen() {
    List<CustomDomain> many = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      many.add(CustomDomain.of("d" + i + ".example.com").mapping("", "api", "s" + i));
    }
    DomainTable table = DomainTable.of(many);
    assertEquals("s999", table.find("d999.example.com").find("/", new Fields()).stage());
    assertNull(table.find("d1000.example.com"));
  }

  private static DomainTable.Target find(String host, String path) {
    return TABLE.find(host).find(path, new Fields());
  }

  private record Fields(String... lines) implements RequestFields {
    @Override
    public int count() {
      return lines.length;
    }

    @Override
    public String name(int index) {
      return lines[index].split(": ", 2)[0];
    }

    @Override
    public String value(int index) {
      return lines[index].split(": ", 2)[1];
    }

    @Override
    public int find(String name, int from) {
      for (int i = from; i < lines.length; i++) {
        if (name(i).equalsIgnoreCase(name)) {
          return i;
        }
      }
      return -1;
    }
  }
}
