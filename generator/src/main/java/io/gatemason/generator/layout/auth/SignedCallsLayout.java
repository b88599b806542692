package io.gatemason.generator.layout.auth;

import com.palantir.javapoet.ClassName;
import java.util.Optional;

/**
 * The class that verifies signatures.
 *
 * @param name its name
 * @param policy the class of the API's policy, which is judged together with the caller's
 */
public record SignedCallsLayout(ClassName name, Optional<PolicyReference> policy) {}
