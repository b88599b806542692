/** The rules of web ACLs. */
@NullMarked
package io.gatemason.generator.check.waf;

import org.jspecify.annotations.NullMarked;
