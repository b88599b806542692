/** The groups of rules that the service manages for everybody, with patterns of our own. */
@NullMarked
package io.gatemason.runtime.waf.managed;

import org.jspecify.annotations.NullMarked;
