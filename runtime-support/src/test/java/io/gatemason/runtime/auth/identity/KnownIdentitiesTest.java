package io.gatemason.runtime.auth.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownIdentitiesTest {
  private static final CredentialScope SCOPE =
      new CredentialScope("20300131", "us-east-1", "execute-api");
  private static final Identity ONE = TestIdentities.identity("AKIDONE", "secret-one", "");
  private static final Identity OTHER = TestIdentities.identity("AKIDOTHER", "secret-two", "");

  @Test
  void areAskedInTheirOrder() {
    Identities first = (id, scope) -> id.equals("both") || id.equals("one") ? ONE : null;
    Identities second = (id, scope) -> id.equals("both") || id.equals("other") ? OTHER : null;
    Identities all = first.orElse(second);

    assertSame(ONE, all.find("one", SCOPE));
    assertSame(ONE, all.find("both", SCOPE));
    assertSame(OTHER, all.find("other", SCOPE));
    assertNull(all.find("nobody", SCOPE));
    assertSame(OTHER, Identities.NONE.orElse(second).find("other", SCOPE));
  }

  @Test
  void tellNothingOfTheirSecrets() {
    assertEquals("arn:aws:iam::123456789012:user/a", ONE.toString());
  }

  @Test
  void areHashedSoThatNoTwoListsLookTheSame() throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-256")
            .digest("\0\0\0\2ab\0\0\0\1c".getBytes(StandardCharsets.ISO_8859_1));
    assertEquals(
        Base64.getUrlEncoder().withoutPadding().encodeToString(digest),
        IdentityHash.of(List.of("ab", "c")));
    assertNotEquals(IdentityHash.of(List.of("ab", "c")), IdentityHash.of(List.of("a", "bc")));
    assertNotEquals(IdentityHash.of(List.of("")), IdentityHash.of(List.of("", "")));
  }
}
