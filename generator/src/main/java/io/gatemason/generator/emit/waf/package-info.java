/** Prints web ACLs and rule groups. */
@NullMarked
package io.gatemason.generator.emit.waf;

import org.jspecify.annotations.NullMarked;
