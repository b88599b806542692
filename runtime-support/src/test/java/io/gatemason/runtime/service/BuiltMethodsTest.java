package io.gatemason.runtime.service;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.MethodInfo;
import org.junit.jupiter.api.Test;

class BuiltMethodsTest {
  private static final ApiInfo STAGE = ApiInfo.of("api", "dev");

  private final BuiltMethods methods = new BuiltMethods();

  @Test
  void settingsAreForMethodsOfTheirVerbAndPath() {
    methods.add(STAGE, MethodInfo.of("GET", "/pets"));
    methods.add(STAGE, MethodInfo.of("POST", "/cats"));
    methods.add(STAGE, MethodInfo.of("ANY", "/any"));
    assertTrue(has("pets/GET"));
    assertTrue(has("any/PUT"));
    assertTrue(has("pets/*"));
    assertFalse(has("cats/GET"));
    assertFalse(has("dogs/*"));
  }

  @Test
  void settingsOfAllAreForAny() {
    assertFalse(has("*/*"));
    assertFalse(methods.any(STAGE));
    methods.add(STAGE, MethodInfo.of("GET", "/pets"));
    assertTrue(has("*/*"));
    assertTrue(methods.any(STAGE));
  }

  @Test
  void stagesHaveTheirOwn() {
    methods.add(ApiInfo.of("api", "prod"), MethodInfo.of("GET", "/pets"));
    assertFalse(has("pets/GET"));
  }

  private boolean has(String key) {
    return methods.any(STAGE, MethodTarget.parse(key));
  }
}
