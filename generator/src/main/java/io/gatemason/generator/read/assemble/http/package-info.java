/** HTTP APIs whose routes are resources of a template. */
@NullMarked
package io.gatemason.generator.read.assemble.http;

import org.jspecify.annotations.NullMarked;
