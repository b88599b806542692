/** Rules of the paths and methods of an API. */
@NullMarked
package io.gatemason.generator.check.rest.path;

import org.jspecify.annotations.NullMarked;
