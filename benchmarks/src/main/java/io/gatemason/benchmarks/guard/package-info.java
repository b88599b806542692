/** What stands before a method: domains, policies, tokens. */
@NullMarked
package io.gatemason.benchmarks.guard;

import org.jspecify.annotations.NullMarked;
