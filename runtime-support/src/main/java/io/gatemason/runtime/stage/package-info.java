/** What stages set: for their methods, their cache and their canary. */
@NullMarked
package io.gatemason.runtime.stage;

import org.jspecify.annotations.NullMarked;
