/** What web ACLs write of the requests that they have judged. */
@NullMarked
package io.gatemason.runtime.waf.log;

import org.jspecify.annotations.NullMarked;
