/** What the scripts of the integration builds use. */
@NullMarked
package io.gatemason.maven.it;

import org.jspecify.annotations.NullMarked;
