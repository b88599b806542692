package io.gatemason.runtime.server.tls;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * Which versions of TLS and which cipher suites clients may use, by the names of the managed
 * service (docs/behaviour/tls.md#policies).
 *
 * @param versions of the protocol, as Java names them
 * @param suites as Java names them, the preferred ones first
 */
record SecurityPolicy(List<String> versions, List<String> suites) {
  static final String DEFAULT = "TLS_1_2";

  private static final List<String> FIPS_1_3 =
      List.of("TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384");
  private static final List<String> ALL_1_3 =
      plus(FIPS_1_3, List.of("TLS_CHACHA20_POLY1305_SHA256"));
  private static final List<String> FORWARD_SECRECY =
      ecdhe("AES_128_GCM_SHA256", "AES_256_GCM_SHA384");
  private static final List<String> CHACHA = ecdhe("CHACHA20_POLY1305_SHA256");
  private static final List<String> CBC = ecdhe("AES_128_CBC_SHA256", "AES_256_CBC_SHA384");
  private static final List<String> RSA =
      List.of(
          "TLS_RSA_WITH_AES_128_GCM_SHA256",
          "TLS_RSA_WITH_AES_128_CBC_SHA256",
          "TLS_RSA_WITH_AES_256_GCM_SHA384",
          "TLS_RSA_WITH_AES_256_CBC_SHA256");
  private static final List<String> SHA_1 =
      plus(
          ecdhe("AES_128_CBC_SHA", "AES_256_CBC_SHA"),
          List.of("TLS_RSA_WITH_AES_128_CBC_SHA", "TLS_RSA_WITH_AES_256_CBC_SHA"));

  private static final Map<String, SecurityPolicy> BY_NAME = policies();

  private static Map<String, SecurityPolicy> policies() {
    SecurityPolicy usual = from12(ALL_1_3, FORWARD_SECRECY, CBC, RSA);
    SecurityPolicy forwardSecrecy = from12(ALL_1_3, FORWARD_SECRECY);
    SecurityPolicy fips = from12(FIPS_1_3, FORWARD_SECRECY);
    Map<String, SecurityPolicy> byName = new TreeMap<>();
    byName.put("TLS_1_0", from12(ALL_1_3, FORWARD_SECRECY, CBC, RSA, SHA_1));
    byName.put(DEFAULT, usual);
    byName.put("SecurityPolicy_TLS13_1_3_2025_09", only13(ALL_1_3));
    byName.put("SecurityPolicy_TLS13_1_3_FIPS_2025_09", only13(FIPS_1_3));
    byName.put("SecurityPolicy_TLS13_1_2_FIPS_PFS_PQ_2025_09", fips);
    byName.put("SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09", forwardSecrecy);
    byName.put("SecurityPolicy_TLS13_1_2_PQ_2025_09", usual);
    byName.put("SecurityPolicy_TLS13_1_2_2021_06", usual);
    byName.put("SecurityPolicy_TLS13_1_2_FIPS_PQ_2025_09", fips);
    byName.put("SecurityPolicy_TLS13_1_2_Ext2_PQ_2025_09", forwardSecrecy);
    byName.put("SecurityPolicy_TLS13_1_2_Ext2_FIPS_PQ_2025_09", fips);
    byName.put("SecurityPolicy_TLS13_2025_EDGE", only13(ALL_1_3));
    byName.put("SecurityPolicy_TLS12_PFS_2025_EDGE", from12(ALL_1_3, FORWARD_SECRECY, CHACHA));
    byName.put("SecurityPolicy_TLS12_2018_EDGE", from12(ALL_1_3, FORWARD_SECRECY, CHACHA, CBC));
    return byName;
  }

  /**
   * The policy of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  static SecurityPolicy named(String name) {
    SecurityPolicy policy = BY_NAME.get(name);
    if (policy == null) {
      throw new IllegalArgumentException(
          "there is no security policy " + name + "; there are " + BY_NAME.keySet());
    }
    return policy;
  }

  /** Parameters that allow what the policy allows and this Java can. */
  SSLParameters parameters(SSLContext context) {
    SSLParameters parameters = context.getDefaultSSLParameters();
    List<String> supported = Arrays.asList(context.getSupportedSSLParameters().getCipherSuites());
    parameters.setProtocols(versions.toArray(String[]::new));
    parameters.setCipherSuites(suites.stream().filter(supported::contains).toArray(String[]::new));
    parameters.setUseCipherSuitesOrder(true);
    return parameters;
  }

  private static SecurityPolicy only13(List<String> suites) {
    return new SecurityPolicy(List.of("TLSv1.3"), suites);
  }

  @SafeVarargs
  private static SecurityPolicy from12(List<String>... suites) {
    List<String> all = new ArrayList<>();
    for (List<String> some : suites) {
      all.addAll(some);
    }
    return new SecurityPolicy(List.of("TLSv1.3", "TLSv1.2"), List.copyOf(all));
  }

  private static List<String> ecdhe(String... ciphers) {
    List<String> suites = new ArrayList<>();
    for (String cipher : ciphers) {
      suites.add("TLS_ECDHE_ECDSA_WITH_" + cipher);
      suites.add("TLS_ECDHE_RSA_WITH_" + cipher);
    }
    return List.copyOf(suites);
  }

  private static List<String> plus(List<String> some, List<String> more) {
    List<String> all = new ArrayList<>(some);
    all.addAll(more);
    return List.copyOf(all);
  }
}
