/** Policies of APIs as their documents mean them. */
@NullMarked
package io.gatemason.generator.model.policy;

import org.jspecify.annotations.NullMarked;
