package io.gatemason.runtime.store.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.clock.Ticker;
import io.gatemason.runtime.store.BytesCodec;
import io.gatemason.runtime.store.EntryStore;
import io.gatemason.runtime.store.Limit;
import io.gatemason.runtime.store.LimitStore;
import io.gatemason.runtime.store.LocalLimits;
import io.gatemason.runtime.store.Owner;
import io.gatemason.runtime.store.Ownership;
import io.gatemason.runtime.store.QuotaLimit;
import io.gatemason.runtime.store.RateLimit;
import io.gatemason.runtime.store.UsageDay;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.Jedis;

/**
 * Sentinels, clusters and TLS, of real servers. {@code -Dgatemason.failover=true} has sentinels
 * elect another master, too.
 */
@Timeout(60)
class RedisTopologiesTest {
  private static final int SLOTS = 16_384;
  private static final int NODES = 3;
  private static final String TRUST_STORE = "javax.net.ssl.trustStore";
  private static final char[] PASSWORD = "secret".toCharArray();
  private static final RateLimit RATE = new RateLimit("rate", 0.001, 2);
  private static final QuotaLimit QUOTA = new QuotaLimit("quota", 2, 100, 100);

  @TempDir Path folder;
  private RedisServers servers;

  /** Nobody asks it, and it inherits nothing. */
  private static final class NoOwner implements Owner {
    @Override
    public byte[] asked(String name, byte[] question) {
      return question;
    }

    @Override
    public void inherited(String name, byte[] bequest) {
      throw new AssertionError("nobody dies");
    }

    @Override
    public void disinherited(Set<String> names) {
      throw new AssertionError("everybody beats");
    }
  }

  @BeforeEach
  void prepare() throws IOException {
    servers = new RedisServers(folder);
  }

  @AfterEach
  void stop() {
    servers.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "guard"})
  void sentinelsLeadToADatabaseOfTheMaster(String sentinelPassword) throws Exception {
    int master = RedisServers.freePort();
    servers.server(master, "--requirepass", "data");
    int sentinel = RedisServers.freePort();
    servers.sentinel(
        sentinel,
        "sentinel monitor main 127.0.0.1 " + master + " 1",
        "sentinel auth-pass main data",
        sentinelPassword.isEmpty() ? "" : "requirepass " + sentinelPassword);
    URI uri = URI.create("redis://:data@127.0.0.1:" + sentinel + "/3");
    shares(settings("main", sentinelPassword, uri));

    URI itself = URI.create("redis://:data@127.0.0.1:" + master + "/3");
    try (RedisState state = open(settings("", "", itself))) {
      assertFalse(taken(state.limits(), RATE), "it is in the database of the master");
    }
  }

  @Test
  @EnabledIfSystemProperty(named = "gatemason.failover", matches = "true")
  void followsTheMasterThatSentinelsElect() throws Exception {
    int master = RedisServers.freePort();
    final Process first = servers.server(master);
    int replica = RedisServers.freePort();
    servers.server(replica, "--replicaof", "127.0.0.1", String.valueOf(master));
    int sentinel = RedisServers.freePort();
    servers.sentinel(
        sentinel,
        "sentinel monitor main 127.0.0.1 " + master + " 1",
        "sentinel down-after-milliseconds main 300",
        "sentinel failover-timeout main 2000");
    try (Jedis own = new Jedis("127.0.0.1", replica)) {
      await(() -> own.info("replication").contains("master_link_status:up"));
    }
    try (Jedis own = new Jedis("127.0.0.1", sentinel)) {
      await(() -> own.sentinelReplicas("main").size() == 1);
    }
    URI uri = URI.create("redis://127.0.0.1:" + sentinel + "/2");
    try (RedisState state = open(settings("main", "", uri))) {
      assertTrue(taken(state.limits(), QUOTA));
      first.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
      assertTrue(taken(state.limits(), QUOTA), "by what is known here");
      await(() -> shows(replica));
      await(((RedisLimits) state.limits())::reachable);
      assertTrue(taken(state.limits(), new QuotaLimit("other", 1, 100, 100)));
      URI itself = URI.create("redis://127.0.0.1:" + replica + "/2");
      try (RedisState direct = open(settings("", "", itself))) {
        assertEquals(1, direct.limits().usage("other").size());
      }
    }
  }

  private static boolean shows(int replica) {
    try (Jedis own = new Jedis("127.0.0.1", replica)) {
      return own.info("replication").contains("role:master");
    }
  }

  @Test
  void allThatAServiceSharesIsOnOneNodeOfACluster() throws Exception {
    int[] ports = new int[NODES];
    for (int i = 0; i < NODES; i++) {
      ports[i] = RedisServers.freePort();
      servers.server(ports[i], "--cluster-enabled", "yes");
    }
    join(ports);
    shares(settings("", "", uri(ports[0]), uri(ports[1]), uri(ports[2])));
  }

  private static URI uri(int port) {
    return URI.create("redis://127.0.0.1:" + port);
  }

  /** Gives each node a third of the slots. */
  private static void join(int[] ports) throws InterruptedException {
    for (int i = 0; i < NODES; i++) {
      try (Jedis node = new Jedis("127.0.0.1", ports[i])) {
        int next = (i + 1) * SLOTS / NODES;
        node.clusterAddSlots(IntStream.range(i * SLOTS / NODES, next).toArray());
        node.clusterMeet("127.0.0.1", ports[0]);
      }
    }
    for (int port : ports) {
      try (Jedis node = new Jedis("127.0.0.1", port)) {
        await(
            () -> {
              String info = node.clusterInfo();
              return info.contains("cluster_state:ok") && info.contains("cluster_size:" + NODES);
            });
      }
    }
  }

  @Test
  void provesOverTlsWhoItSpeaksTo() throws Exception {
    int port = RedisServers.freePort();
    KeyStore keys = keys();
    Certificate certificate = keys.getCertificate("redis");
    Path cert = folder.resolve("redis.crt");
    Files.writeString(cert, pem("CERTIFICATE", certificate.getEncoded()));
    Path key = folder.resolve("redis.key");
    Files.writeString(key, pem("PRIVATE KEY", keys.getKey("redis", PASSWORD).getEncoded()));
    servers.start(
        port,
        "--port",
        "0",
        "--save",
        "",
        "--tls-port",
        String.valueOf(port),
        "--tls-cert-file",
        cert.toString(),
        "--tls-key-file",
        key.toString(),
        "--tls-ca-cert-file",
        cert.toString(),
        "--tls-auth-clients",
        "no");
    URI uri = URI.create("rediss://localhost:" + port + "/1");
    assertFalse(reaches(settings("", "", uri)), "nobody vouches for it");

    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("redis", certificate);
    Path store = folder.resolve("trusted.p12");
    try (OutputStream out = Files.newOutputStream(store)) {
      trusted.store(out, PASSWORD);
    }
    System.setProperty(TRUST_STORE, store.toString());
    System.setProperty(TRUST_STORE + "Password", new String(PASSWORD));
    try {
      shares(settings("", "", uri));
      URI other = URI.create("rediss://127.0.0.1:" + port + "/1");
      assertFalse(reaches(settings("", "", other)), "its certificate names another host");
    } finally {
      System.clearProperty(TRUST_STORE);
      System.clearProperty(TRUST_STORE + "Password");
    }
  }

  private KeyStore keys() throws Exception {
    Path store = folder.resolve("redis.p12");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "redis",
            "-keyalg",
            "EC",
            "-dname",
            "CN=localhost",
            "-ext",
            "SAN=dns:localhost",
            "-storetype",
            "PKCS12",
            "-storepass",
            new String(PASSWORD),
            "-keystore",
            store.toString());
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(keytool.getInputStream().readAllBytes());
    assertEquals(0, keytool.waitFor(), output);
    return KeyStore.getInstance(store.toFile(), PASSWORD);
  }

  private static String pem(String kind, byte[] der) {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n";
  }

  @Test
  void refusesWhatCannotWork() {
    URI one = URI.create("redis://127.0.0.1:7000/3");
    URI two = URI.create("redis://127.0.0.1:7001/3");
    assertTrue(refusal(() -> settings("", "", one, two)).contains("a cluster has no databases: 3"));
    assertTrue(refusal(() -> settings("", "guard", one)).contains("there is no sentinel-master"));
    assertTrue(
        refusal(() -> settings("", "", URI.create("redis://redis"))).contains("redis://host:port"));
    assertTrue(
        refusal(
                () ->
                    new RedisSettings(
                        List.of(uri(1), uri(2)), "", "", Duration.ofSeconds(1), "}x", false))
            .contains("hash tag"));
  }

  private static String refusal(Runnable made) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, made::run).getMessage());
  }

  /** Two processes share a limit, a quota, entries, a flush, and what they own. */
  private static void shares(RedisSettings settings) throws Exception {
    try (RedisState one = open(settings);
        RedisState two = open(settings)) {
      assertTrue(((RedisLimits) one.limits()).reachable());
      assertTrue(taken(one.limits(), RATE));
      assertTrue(taken(two.limits(), RATE));
      assertFalse(taken(one.limits(), RATE));
      assertTrue(taken(one.limits(), QUOTA));
      assertTrue(taken(two.limits(), QUOTA));
      assertFalse(taken(two.limits(), QUOTA));
      assertEquals(List.of(new UsageDay(100, 2, 0)), one.limits().usage(QUOTA.name()));

      EntryStore<byte[]> entries = one.entries("e", 1_000, new BytesCodec());
      EntryStore<byte[]> others = two.entries("e", 1_000, new BytesCodec());
      entries.put("name", new byte[] {7}, Duration.ofMinutes(1), entries.generation());
      assertEquals(7, others.get("name")[0]);
      others.flush();
      assertNull(entries.get("name"));

      Ownership owner = one.ownership("sockets");
      owner.begin(new NoOwner());
      owner.own("name", () -> new byte[] {1});
      Ownership asking = two.ownership("sockets");
      asking.begin(new NoOwner());
      assertEquals(5, asking.ask("name", new byte[] {5})[0]);
      assertTrue(owner.release("name"));
      owner.close();
      asking.close();
    }
  }

  private static boolean reaches(RedisSettings settings) {
    try (RedisState state = open(settings)) {
      return ((RedisLimits) state.limits()).reachable();
    }
  }

  private static RedisState open(RedisSettings settings) {
    return RedisState.open(settings, LocalLimits.inMemory(Ticker.system()));
  }

  private static RedisSettings settings(
      String sentinelMaster, String sentinelPassword, URI... uris) {
    Duration timeout = Duration.ofSeconds(2);
    return new RedisSettings(
        List.of(uris), sentinelMaster, sentinelPassword, timeout, "test", false);
  }

  private static boolean taken(LimitStore store, Limit limit) {
    return store.take(List.of(limit)) == LimitStore.TAKEN;
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < patience, "it does not come to that");
      Thread.sleep(50);
    }
  }
}
