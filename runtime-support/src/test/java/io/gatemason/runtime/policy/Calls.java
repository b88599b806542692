package io.gatemason.runtime.policy;

import io.gatemason.runtime.json.Json;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls that policies of tests judge, each with what differs from a plain one. */
final class Calls implements Surroundings {
  static final String PREFIX = "arn:aws:execute-api:us-east-1:123456789012:";

  private final Map<String, String> headers = new HashMap<>();
  private Action action = Action.INVOKE;
  private Caller caller = Caller.ANONYMOUS;
  private String verb = "GET";
  private String path = "pets/7";
  private @Nullable String sourceIp = "192.0.2.7";
  private boolean secure;
  private Instant time = Instant.parse("2026-03-01T12:00:00Z");
  private @Nullable PrivateEndpoint endpoint;

  static Calls call() {
    return new Calls();
  }

  Calls to(String method) {
    verb = method.substring(0, method.indexOf(' '));
    path = method.substring(method.indexOf('/') + 1);
    return this;
  }

  Calls doing(Action other) {
    action = other;
    return this;
  }

  Calls by(String arn, Map<String, String> tags) {
    caller = new Caller(arn, arn.split(":", -1)[4], "AIDAEXAMPLE", tags);
    return this;
  }

  Calls by(String arn) {
    return by(arn, Map.of());
  }

  Calls from(@Nullable String address) {
    sourceIp = address;
    return this;
  }

  Calls header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  Calls encrypted() {
    secure = true;
    return this;
  }

  Calls at(String instant) {
    time = Instant.parse(instant);
    return this;
  }

  Calls through(PrivateEndpoint other) {
    endpoint = other;
    return this;
  }

  AccessRequest request() {
    return new AccessRequest(
        action, MethodArn.of(PREFIX, "petstore", "dev", verb, path), caller, this);
  }

  static Policy policy(String json) {
    return Policy.ofIdentity(Json.read(json.replace('\'', '"')));
  }

  /** A policy of one statement, with these members beside its effect. */
  static Policy statement(String effect, String members) {
    return policy(
        "{'Version': '2012-10-17', 'Statement': [{'Effect': '" + effect + "', " + members + "}]}");
  }

  @Override
  public @Nullable String sourceIp() {
    return sourceIp;
  }

  @Override
  public boolean secure() {
    return secure;
  }

  @Override
  public @Nullable String header(String name) {
    return headers.get(name);
  }

  @Override
  public long epochMillis() {
    return time.toEpochMilli();
  }

  @Override
  public @Nullable PrivateEndpoint privateEndpoint() {
    return endpoint;
  }
}
