/** What readers of template resources have in common. */
@NullMarked
package io.gatemason.generator.read.resource;

import org.jspecify.annotations.NullMarked;
