/** OpenAPI documents and their extensions to model. */
@NullMarked
package io.gatemason.generator.read.openapi;

import org.jspecify.annotations.NullMarked;
