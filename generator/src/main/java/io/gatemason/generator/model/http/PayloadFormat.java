package io.gatemason.generator.model.http;

/** The version of the events of functions and of their answers. */
public enum PayloadFormat {
  /** Version 1.0, as REST APIs have it. */
  V1_0,
  /** Version 2.0. */
  V2_0
}
