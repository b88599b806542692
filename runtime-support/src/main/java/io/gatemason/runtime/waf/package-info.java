/** Web ACLs: what stands before the APIs of a stage and looks at every request. */
@NullMarked
package io.gatemason.runtime.waf;

import org.jspecify.annotations.NullMarked;
