/** Web ACLs as templates declare them, with the groups and sets that their rules refer to. */
@NullMarked
package io.gatemason.generator.model.waf;

import org.jspecify.annotations.NullMarked;
