package io.gatemason.runtime.policy;

import static io.gatemason.runtime.policy.Calls.call;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.policy.Surroundings.PrivateEndpoint;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {
  private static final String USER = "arn:aws:iam::123456789012:user/team/hugo";

  /** Operator, value of the policy, value of the call, whether it holds. */
  @ParameterizedTest
  @CsvSource({
    "StringEquals, blue, blue, true",
    "StringEquals, blue, Blue, false",
    "StringEquals, b*, blue, false",
    "StringNotEquals, blue, blue, false",
    "StringNotEquals, blue, red, true",
    "StringEqualsIgnoreCase, BLUE, blue, true",
    "StringEqualsIgnoreCase, blue, blues, false",
    "StringNotEqualsIgnoreCase, BLUE, blue, false",
    "StringLike, b*e, blue, true",
    "StringLike, b?ue, blue, true",
    "StringLike, B*, blue, false",
    "StringNotLike, b*, blue, false",
    "StringNotLike, r*, blue, true",
    "NumericEquals, 5, 5.0, true",
    "NumericEquals, 5, 6, false",
    "NumericEquals, 5, five, false",
    "NumericNotEquals, 5, 5, false",
    "NumericNotEquals, 5, 6, true",
    "NumericLessThan, 5, 4.9, true",
    "NumericLessThan, 5, 5, false",
    "NumericLessThanEquals, 5, 5, true",
    "NumericLessThanEquals, 5, 5.1, false",
    "NumericGreaterThan, 5, 5.1, true",
    "NumericGreaterThan, 5, 5, false",
    "NumericGreaterThanEquals, 5, 5, true",
    "NumericGreaterThanEquals, 5, 4, false",
    "DateEquals, 2026-03-01, 2026-03-01T00:00:00Z, true",
    "DateNotEquals, 2026-03-01, 2026-03-01T00:00:00Z, false",
    "DateLessThan, 2026-03, 2026-02-28T23:59:59Z, true",
    "DateLessThan, 2026-03, 2026-03-01T00:00:00Z, false",
    "DateLessThanEquals, 2026, 2026-01-01T00:00:00Z, true",
    "DateLessThanEquals, 2026, 2026-01-01T00:00:01Z, false",
    "DateGreaterThan, 2026-03-01T12:00+01:00, 2026-03-01T11:00:01Z, true",
    "DateGreaterThan, 2026-03-01T12:00+01:00, 2026-03-01T11:00:00Z, false",
    "DateGreaterThanEquals, 2026-03-01T11:00, 2026-03-01T11:00:00Z, true",
    "DateGreaterThanEquals, 1767225600, 1767225599, false",
    "DateGreaterThanEquals, 1767225600, 2026-01-01T00:00:00Z, true",
    "DateEquals, 2026-03-01, soon, false",
    "Bool, TRUE, true, true",
    "Bool, true, false, false",
    "BinaryEquals, AQI=, AQI=, true",
    "BinaryEquals, AQI=, AQM=, false",
    "BinaryEquals, AQI=, !, false",
    "IpAddress, 192.0.2.0/24, 192.0.2.7, true",
    "IpAddress, 192.0.2.0/24, 192.0.3.7, false",
    "IpAddress, 192.0.2.7, 192.0.2.7, true",
    "IpAddress, 0.0.0.0/0, 10.1.2.3, true",
    "IpAddress, 0.0.0.0/0, 2001:db8::1, false",
    "IpAddress, ::/0, 10.1.2.3, false",
    "IpAddress, 2001:db8::/32, 2001:DB8:0:0::1, true",
    "IpAddress, 2001:db8::/32, 2001:db9::1, false",
    "IpAddress, 2001:db8::1, 2001:db8::1, true",
    "IpAddress, 2001:db8::/96, 2001:db8::ffff:1, true",
    "IpAddress, 2001:db8::/97, 2001:db8::ffff:1, false",
    "IpAddress, 192.0.2.0/24, localhost, false",
    "IpAddress, 192.0.2.0/24, 192.0.2.07, false",
    "NotIpAddress, 192.0.2.0/24, 192.0.2.7, false",
    "NotIpAddress, 192.0.2.0/24, 10.0.0.1, true",
    "ArnEquals, arn:aws:iam::*:user/team/*, arn:aws:iam::1:user/team/hugo, true",
    "ArnLike, arn:aws:iam::*:user/team/*, arn:aws:iam::1:role/x, false",
    "ArnLike, arn:*:user/x, arn:aws:iam::1:user/x, false",
    "ArnLike, arn:aws:s3:::a:b*, arn:aws:s3:::a:bc, true",
    "ArnEquals, arn:aws:iam::1:user/a, arn:aws:iam::2:user/a, false",
    "ArnEquals, arn:aws:iam::1:user/a, arn:aws:sts::1:user/a, false",
    "ArnEquals, arn:aws-cn:iam::1:user/a, arn:aws:iam::1:user/a, false",
    "ArnLike, arn:aws:iam::*:user/a, arn:aws:iam:x:1:user/a, false",
    "ArnEquals, :aws:iam::1:a, :aws:iam::1:a, true",
    "ArnEquals, arn:aws:iam:1:a, arn:aws:iam:1:a, false",
    "ArnNotLike, arn:aws:iam::*:user/team/*, arn:aws:iam::1:user/team/hugo, false",
    "ArnNotEquals, arn:aws:iam::1:user/a, arn:aws:iam::1:user/b, true",
  })
  void comparesAsTheOperatorSays(String operator, String expected, String found, boolean holds) {
    AccessRequest call = call().by(USER, Map.of("k", found)).request();
    assertEquals(holds, Condition.of(operator, "aws:PrincipalTag/k", expected).holds(call));
    assertEquals(
        holds, Condition.of(operator + "IfExists", "aws:PrincipalTag/k", expected).holds(call));
    assertEquals(
        holds, Condition.of("ForAnyValue:" + operator, "aws:PrincipalTag/k", expected).holds(call));
    assertEquals(
        holds,
        Condition.of("ForAllValues:" + operator, "aws:PrincipalTag/k", expected).holds(call));
  }

  @Test
  void comparesNumbersOfAHundredCharactersAtTheMost() {
    Condition positive = Condition.of("NumericGreaterThan", "aws:PrincipalTag/k", "0");
    String longest = "1".repeat(100);
    assertTrue(positive.holds(call().by(USER, Map.of("k", longest)).request()));
    assertFalse(positive.holds(call().by(USER, Map.of("k", longest + "1")).request()));
    for (String found : List.of("1e3", "1E3", "")) {
      assertFalse(positive.holds(call().by(USER, Map.of("k", found)).request()));
    }
  }

  /** Without the key in the call. */
  @ParameterizedTest
  @CsvSource({
    "StringEquals, x, false",
    "StringNotEquals, x, true",
    "StringNotLike, x, true",
    "NumericNotEquals, 1, true",
    "NotIpAddress, 10.0.0.0/8, true",
    "ArnNotLike, arn:aws:iam::1:user/a, true",
    "DateNotEquals, 2026, true",
    "Bool, true, false",
    "StringEqualsIfExists, x, true",
    "StringNotEqualsIfExists, x, true",
    "ForAllValues:StringEquals, x, true",
    "ForAnyValue:StringEquals, x, false",
    "ForAnyValue:StringNotEquals, x, false",
    "ForAnyValue:StringEqualsIfExists, x, true",
    "Null, true, true",
    "Null, false, false",
  })
  void knowsWhatHoldsWithoutTheKey(String operator, String value, boolean holds) {
    assertEquals(
        holds, Condition.of(operator, "aws:PrincipalTag/none", value).holds(call().request()));
    assertEquals(
        holds, Condition.of(operator, "aws:FederatedProvider", value).holds(call().request()));
  }

  @Test
  void takesSeveralValuesForAlternatives() {
    AccessRequest call = call().request();
    assertTrue(Condition.of("IpAddress", "aws:SourceIp", "10.0.0.0/8", "192.0.2.0/24").holds(call));
    assertFalse(
        Condition.of("NotIpAddress", "aws:SourceIp", "10.0.0.0/8", "192.0.2.0/24").holds(call));
    assertFalse(Condition.of("Null", "aws:SourceIp", "true").holds(call));
    assertTrue(Condition.of("Null", "aws:SourceIp", "false").holds(call));
    assertTrue(Condition.of("Null", "aws:SourceIp", "true", "false").holds(call));
  }

  @Test
  void countsEmptyTextAsNoValueOfASet() {
    AccessRequest call = call().by(USER, Map.of("k", "")).request();
    assertTrue(Condition.of("ForAllValues:StringEquals", "aws:PrincipalTag/k", "x").holds(call));
    assertFalse(Condition.of("StringEquals", "aws:PrincipalTag/k", "x").holds(call));
    assertTrue(Condition.of("Null", "aws:PrincipalTag/k", "false").holds(call));
  }

  @ParameterizedTest
  @CsvSource({
    "aws:CurrentTime, 2026-03-01T12:00:00Z",
    "AWS:EPOCHTIME, 1772366400",
    "aws:SecureTransport, true",
    "aws:SourceIp, 192.0.2.7",
    "aws:UserAgent, curl/8",
    "aws:Referer, https://example.com/",
    "aws:PrincipalAccount, 123456789012",
    "aws:PrincipalArn, arn:aws:iam::123456789012:user/team/hugo",
    "aws:PrincipalType, User",
    "aws:userid, AIDAEXAMPLE",
    "aws:username, hugo",
    "aws:PrincipalTag/Unit, blue",
    "aws:SourceVpc, vpc-1",
    "aws:SourceVpce, vpce-1",
    "aws:VpcSourceIp, 10.1.2.3",
  })
  void findsKeysInAnyCase(String key, String value) {
    AccessRequest call =
        call()
            .by(USER, Map.of("unit", "blue"))
            .encrypted()
            .header("User-Agent", "curl/8")
            .header("Referer", "https://example.com/")
            .through(new PrivateEndpoint("vpc-1", "vpce-1", "10.1.2.3"))
            .request();
    assertTrue(Condition.of("StringEquals", key, value).holds(call));
    assertTrue(
        Condition.of("StringEquals", key.toUpperCase(java.util.Locale.ROOT), value).holds(call));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aws:PrincipalAccount", "aws:PrincipalArn", "aws:userid", "aws:username",
        "aws:PrincipalTag/unit", "aws:SourceVpc", "aws:SourceVpce", "aws:VpcSourceIp",
        "aws:Referer", "aws:UserAgent", "aws:SourceArn", "aws:TokenIssueTime",
        "aws:MultiFactorAuthPresent"
      })
  void lacksWhatAnAnonymousCallDoesNotHave(String key) {
    assertTrue(Condition.of("Null", key, "true").holds(call().request()));
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:iam::123456789012:user/a, User",
    "arn:aws:iam::123456789012:root, Account",
    "arn:aws:sts::123456789012:assumed-role/r/s, AssumedRole",
    "arn:aws:sts::123456789012:federated-user/f, FederatedUser",
  })
  void tellsKindsOfCallersApart(String arn, String type) {
    assertTrue(
        Condition.of("StringEquals", "aws:PrincipalType", type).holds(call().by(arn).request()));
  }

  @Test
  void showsTheRoleOfASession() {
    AccessRequest call = call().by("arn:aws:sts::123456789012:assumed-role/reader/me").request();
    assertTrue(
        Condition.of("ArnEquals", "aws:PrincipalArn", "arn:aws:iam::123456789012:role/reader")
            .holds(call));
    assertTrue(Condition.of("Null", "aws:username", "true").holds(call));
    assertTrue(call.caller().isSessionOf("123456789012", "reader"));
    assertFalse(call.caller().isSessionOf("123456789012", "read"));
    assertFalse(call.caller().isSessionOf("111111111111", "reader"));
    assertFalse(Caller.ANONYMOUS.isOf(""));
    assertFalse(Caller.ANONYMOUS.is(""));
  }

  @Test
  void knowsThatAnonymousCallersAreOfTheirOwnType() {
    assertTrue(
        Condition.of("StringEquals", "aws:PrincipalType", "Anonymous").holds(call().request()));
  }

  @Test
  void leavesTheAddressOfCallsThroughPrivateEndpointsOut() {
    assertTrue(Condition.of("Null", "aws:SourceIp", "true").holds(call().from(null).request()));
  }

  @Test
  void fillsVariablesInValues() {
    Condition own = Condition.of("StringLike", "aws:Referer", "*/${aws:username}/*");
    assertTrue(own.holds(call().by(USER).header("Referer", "https://x/hugo/a").request()));
    assertFalse(own.holds(call().by(USER).header("Referer", "https://x/eve/a").request()));
    assertFalse(own.holds(call().header("Referer", "https://x//a").request()));
    Condition not = Condition.of("StringNotLike", "aws:Referer", "*/${aws:username}/*");
    assertTrue(not.holds(call().header("Referer", "https://x//a").request()));
    Condition literal =
        Condition.withoutVariables("StringEquals", "aws:Referer", "${aws:username}");
    assertTrue(literal.holds(call().by(USER).header("Referer", "${aws:username}").request()));
  }

  @ParameterizedTest
  @CsvSource({
    "NumericEquals, five",
    "NumericEquals, 1e9999999",
    "DateEquals, tomorrow",
    "DateEquals, 2026-13",
    "BinaryEquals, '?'",
    "IpAddress, 192.0.2.0/33",
    "IpAddress, 192.0.2.0/x",
    "IpAddress, 192.0.2.0/",
    "IpAddress, 300.0.2.0/8",
    "IpAddress, localhost",
    "IpAddress, 2001:db8::/129",
    "Null, maybe",
    "StringEqual, x",
    "stringequals, x",
    "NullIfExists, true",
    "ForSomeValues:StringEquals, x",
    "StringLike, '${'",
    "StringLike, '${aws:username, plain}'",
  })
  void refusesValuesThatAnOperatorCannotTake(String operator, String value) {
    assertThrows(PolicyFormatException.class, () -> Condition.of(operator, "aws:SourceIp", value));
  }

  @Test
  void refusesAConditionWithoutAValue() {
    assertThrows(PolicyFormatException.class, () -> Condition.of("StringEquals", "aws:SourceIp"));
  }
}
