/** Documents and resources of HTTP APIs to their model. */
@NullMarked
package io.gatemason.generator.read.http;

import org.jspecify.annotations.NullMarked;
