/** What HTTP APIs do otherwise than REST APIs. */
@NullMarked
package io.gatemason.runtime.httpapi;

import org.jspecify.annotations.NullMarked;
