/** What execution logs of calls take, and how values are written in them. */
@NullMarked
package io.gatemason.runtime.log;

import org.jspecify.annotations.NullMarked;
