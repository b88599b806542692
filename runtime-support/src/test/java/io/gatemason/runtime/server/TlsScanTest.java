package io.gatemason.runtime.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.gatemason.runtime.domain.CustomDomain;
import io.gatemason.runtime.exchange.ApiInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What Debian's {@code sslscan} finds at the listener, host by host. In profile full only. */
@Timeout(300)
class TlsScanTest {
  private static final Pattern CIPHER =
      Pattern.compile("(?:Preferred|Accepted)\\s+(TLSv1\\.[23])\\s+\\d+ bits\\s+(\\S+)");

  @TempDir Path folder;

  @Test
  void findsTheVersionsAndSuitesOfThePoliciesAlone() throws Exception {
    String scanner = System.getProperty("gatemason.sslscan", "");
    assumeTrue(!scanner.isEmpty() && runs(scanner), "no sslscan: apt-get install sslscan");
    Map<String, String> settings = new HashMap<>();
    settings.put("gateway.listener.tls-port", "0");
    List<String> hosts = List.of("usual.example.com", "modern.example.com", "old.example.com");
    for (String host : hosts) {
      TestCertificates.ofHost(host).write(folder, host);
      String name = "gateway.domains." + host + ".tls.";
      settings.put(name + "certificate", folder + "/" + host + ".crt");
      settings.put(name + "private-key", folder + "/" + host + ".key");
    }
    GatewayServer server =
        TestApi.start(
            settings,
            List.of(
                CustomDomain.of(hosts.get(0)),
                CustomDomain.of(hosts.get(1)).securityPolicy("SecurityPolicy_TLS13_1_3_2025_09"),
                CustomDomain.of(hosts.get(2)).securityPolicy("TLS_1_0")),
            new TestApi(ApiInfo.of("api", "dev")));
    try {
      int port = server.tlsPort().orElseThrow();
      List<String> modern =
          List.of(
              "TLSv1.3 TLS_AES_128_GCM_SHA256",
              "TLSv1.3 TLS_AES_256_GCM_SHA384",
              "TLSv1.3 TLS_CHACHA20_POLY1305_SHA256");
      assertEquals(modern, suites(scan(scanner, hosts.get(1), port)));
      List<String> usual = new ArrayList<>(modern);
      usual.add("TLSv1.2 ECDHE-ECDSA-AES128-GCM-SHA256");
      usual.add("TLSv1.2 ECDHE-ECDSA-AES256-GCM-SHA384");
      usual.add("TLSv1.2 ECDHE-ECDSA-AES128-SHA256");
      usual.add("TLSv1.2 ECDHE-ECDSA-AES256-SHA384");
      assertEquals(usual, suites(scan(scanner, hosts.get(0), port)));
      usual.add("TLSv1.2 ECDHE-ECDSA-AES128-SHA");
      usual.add("TLSv1.2 ECDHE-ECDSA-AES256-SHA");
      assertEquals(usual, suites(scan(scanner, hosts.get(2), port)));
    } finally {
      server.stop();
    }
  }

  private static boolean runs(String scanner) {
    try {
      return new ProcessBuilder(scanner, "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String scan(String scanner, String host, int port) throws IOException {
    Process scan =
        new ProcessBuilder(scanner, "--no-colour", "--sni-name=" + host, "127.0.0.1:" + port)
            .redirectErrorStream(true)
            .start();
    String found = new String(scan.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    for (String finding :
        List.of(
            "SSLv2     disabled",
            "SSLv3     disabled",
            "TLSv1.0   disabled",
            "TLSv1.1   disabled",
            "TLSv1.3   enabled",
            "Session renegotiation not supported",
            "TLSv1.3 not vulnerable to heartbleed",
            "Altnames: DNS:" + host)) {
      assertTrue(found.contains(finding), () -> finding + " is not in " + found);
    }
    return found;
  }

  private static List<String> suites(String found) {
    List<String> suites = new ArrayList<>();
    for (Matcher each = CIPHER.matcher(found); each.find(); ) {
      suites.add(each.group(1) + " " + each.group(2));
    }
    return suites;
  }
}
