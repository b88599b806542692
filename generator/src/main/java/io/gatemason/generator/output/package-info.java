/** Writes files to disk: only what changed, deleting what is stale. */
@NullMarked
package io.gatemason.generator.output;

import org.jspecify.annotations.NullMarked;
