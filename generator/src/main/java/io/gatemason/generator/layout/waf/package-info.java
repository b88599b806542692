/** Which classes web ACLs and rule groups have. */
@NullMarked
package io.gatemason.generator.layout.waf;

import org.jspecify.annotations.NullMarked;
