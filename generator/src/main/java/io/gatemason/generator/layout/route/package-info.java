/** Decides how the path tree of an API is cut into routing classes. */
@NullMarked
package io.gatemason.generator.layout.route;

import org.jspecify.annotations.NullMarked;
