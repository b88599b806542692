/** What policies say about a call: one evaluation for all kinds of them. */
@NullMarked
package io.gatemason.runtime.policy;

import org.jspecify.annotations.NullMarked;
