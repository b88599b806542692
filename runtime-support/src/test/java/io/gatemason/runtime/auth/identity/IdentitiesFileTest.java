package io.gatemason.runtime.auth.identity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.integration.RecordedLog;
import io.gatemason.runtime.policy.AccessRequest;
import io.gatemason.runtime.policy.Action;
import io.gatemason.runtime.policy.MethodArn;
import io.gatemason.runtime.policy.Surroundings;
import io.gatemason.runtime.policy.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentitiesFileTest {
  private static final CredentialScope SCOPE =
      new CredentialScope("20260301", "us-east-1", "execute-api");
  private static final String ALICE =
      "{'accessKeyId': 'AKIDALICE', 'secretAccessKey': 'secret-of-alice',"
          + " 'arn': 'arn:aws:iam::123456789012:user/team/alice', 'userId': 'AIDAALICE',"
          + " 'accountId': '123456789012', 'tags': {'unit': 'blue'},"
          + " 'sessionToken': 'token', 'expiration': '2026-03-01T12:00:00Z', 'policies': []}";

  @TempDir Path folder;
  private Path file;
  private final AtomicLong nanos = new AtomicLong();
  private long changes;

  @BeforeEach
  void place() {
    file = folder.resolve("identities.json");
  }

  private IdentitiesFile open(String identities) throws IOException {
    write(identities);
    return IdentitiesFile.open(file, nanos::get);
  }

  private void write(String identities) throws IOException {
    Files.writeString(
        file,
        ("{'account': '123456789012', 'identities': {" + identities + "}}").replace('\'', '"'));
    changes++;
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000 + changes * 1_000));
  }

  @Test
  void readsWhoHasAKey() throws IOException {
    IdentitiesFile identities = open("'alice': " + ALICE);
    assertEquals("123456789012", identities.account());
    Identity alice = identities.find("AKIDALICE", SCOPE);
    assertNotNull(alice);
    assertEquals("arn:aws:iam::123456789012:user/team/alice", alice.caller().arn());
    assertEquals("blue", alice.caller().tags().get("unit"));
    assertEquals("token", alice.sessionToken());
    assertFalse(alice.expired(Instant.parse("2026-03-01T11:59:59Z")));
    assertTrue(alice.expired(Instant.parse("2026-03-01T12:00:00Z")));
    assertFalse(alice.toString().contains("secret"));
    assertNull(identities.find("AKIDBOB", SCOPE));
    assertNull(identities.find("", SCOPE));
  }

  @Test
  void readsAChangedFileAgainAfterASecond() throws IOException {
    IdentitiesFile identities = open("'alice': " + ALICE);
    write("'bob': " + ALICE.replace("AKIDALICE", "AKIDBOB"));
    assertNull(identities.find("AKIDBOB", SCOPE));
    nanos.addAndGet(Duration.ofMillis(1_001).toNanos());
    assertNotNull(identities.find("AKIDBOB", SCOPE));
    assertNull(identities.find("AKIDALICE", SCOPE));
  }

  @Test
  void keepsWhatItKnewWhileAChangedFileCannotBeUsed() throws IOException {
    IdentitiesFile identities = open("'alice': " + ALICE);
    for (String bad :
        new String[] {"'bob': {}", "'a': " + ALICE + ", 'b': " + ALICE, "}} nonsense"}) {
      write(bad);
      nanos.addAndGet(Duration.ofMillis(1_001).toNanos());
      assertNotNull(identities.find("AKIDALICE", SCOPE));
    }
    Files.delete(file);
    nanos.addAndGet(Duration.ofMillis(1_001).toNanos());
    assertNotNull(identities.find("AKIDALICE", SCOPE));
    write("'bob': " + ALICE.replace("AKIDALICE", "AKIDBOB"));
    nanos.addAndGet(Duration.ofMillis(1_001).toNanos());
    assertNotNull(identities.find("AKIDBOB", SCOPE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'accessKeyId': 'AKIDALICE'| 'accessKeyId': '../x'",
        "'accessKeyId': 'AKIDALICE',| ",
        "'secretAccessKey': 'secret-of-alice',| ",
        "'secretAccessKey': 'secret-of-alice'| 'secretAccessKey': ''",
        "'arn': 'arn:aws:iam::123456789012:user/team/alice'| 'arn': 'alice'",
        "'accountId': '123456789012'| 'accountId': '210987654321'",
        "'accountId': '123456789012'| 'accountId': '12'",
        "'userId': 'AIDAALICE',| ",
        "'unit': 'blue'| 'unit': 5",
        "'sessionToken': 'token'| 'sessionToken': 5",
        "2026-03-01T12:00:00Z| tomorrow",
        "'policies': []| 'policies': {}",
        "'policies': []| 'policies': [{'Statement': [{'Effect': 'Perhaps'}]}]",
      },
      quoteCharacter = '"')
  void refusesAnIdentityThatIsIncomplete(String part, String other) {
    String changed = ALICE.replace(part, other == null ? "" : other);
    assertFalse(changed.equals(ALICE));
    IOException failure = assertThrows(IOException.class, () -> open("'alice': " + changed));
    String message = String.valueOf(failure.getMessage());
    assertTrue(message.startsWith("identity \"alice\": "), message);
    assertFalse(message.contains("secret-of-alice"));
  }

  @Test
  void refusesAFileWithoutIdentities() throws IOException {
    Files.writeString(file, "{\"account\": \"123456789012\"}");
    assertThrows(IOException.class, () -> IdentitiesFile.open(file, nanos::get));
    assertThrows(
        IOException.class, () -> IdentitiesFile.open(folder.resolve("none.json"), nanos::get));
  }

  @Test
  void derivesKeysForEachScope() throws IOException {
    Identity alice = open("'alice': " + ALICE).find("AKIDALICE", SCOPE);
    assertNotNull(alice);
    byte[] key = alice.signingKey(SCOPE);
    assertEquals(32, key.length);
    assertArrayEquals(key, alice.signingKey(SCOPE));
    CredentialScope other = new CredentialScope("20260302", "us-east-1", "execute-api");
    assertFalse(Arrays.equals(key, alice.signingKey(other)));
  }

  @Test
  void readsThePoliciesOfAnIdentityAsOne() throws IOException {
    String policies =
        "'policies': [{'Statement': {'Effect': 'Allow', 'Action': '*', 'Resource': '*/GET/*'}},"
            + " {'Statement': {'Effect': 'Deny', 'Action': '*', 'Resource': '*/GET/admin'}}]";
    Identity alice =
        open("'alice': " + ALICE.replace("'policies': []", policies)).find("AKIDALICE", SCOPE);
    assertEquals(Verdict.ALLOW, judge(alice, "GET", "pets"));
    assertEquals(Verdict.EXPLICIT_DENY, judge(alice, "GET", "admin"));
    assertEquals(Verdict.IMPLICIT_DENY, judge(alice, "PUT", "pets"));
    Identity bob = open("'bob': " + ALICE).find("AKIDALICE", SCOPE);
    assertEquals(Verdict.IMPLICIT_DENY, judge(bob, "GET", "pets"));
  }

  private static Verdict judge(Identity identity, String verb, String path) {
    return new AccessRequest(
            Action.INVOKE,
            MethodArn.of(
                "arn:aws:execute-api:us-east-1:123456789012:", "petstore", "dev", verb, path),
            identity.caller(),
            new NoSurroundings())
        .judgedBy(identity.policy());
  }

  @Test
  void saysWhyAChangedFileCannotBeUsed() throws IOException {
    IdentitiesFile identities = open("'alice': " + ALICE);
    try (RecordedLog log = new RecordedLog(IdentitiesFile.class.getName())) {
      write("'bob': {'secretAccessKey': 'secret-of-bob'}");
      nanos.addAndGet(Duration.ofMillis(1_001).toNanos());
      assertNotNull(identities.find("AKIDALICE", SCOPE));
      assertTrue(log.text().contains("identity \"bob\": "), log.text());
      assertFalse(log.text().contains("secret-of-bob"), log.text());
    }
  }

  /** Policies without conditions ask for nothing. */
  private static final class NoSurroundings implements Surroundings {
    @Override
    public String sourceIp() {
      throw new AssertionError();
    }

    @Override
    public boolean secure() {
      throw new AssertionError();
    }

    @Override
    public String header(String name) {
      throw new AssertionError();
    }

    @Override
    public long epochMillis() {
      throw new AssertionError();
    }

    @Override
    public PrivateEndpoint privateEndpoint() {
      throw new AssertionError();
    }
  }
}
