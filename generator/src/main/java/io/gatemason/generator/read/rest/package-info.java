/** OpenAPI documents of REST APIs, and their extensions, to model. */
@NullMarked
package io.gatemason.generator.read.rest;

import org.jspecify.annotations.NullMarked;
