/** REST APIs whose methods are resources of a template. */
@NullMarked
package io.gatemason.generator.read.assemble.rest;

import org.jspecify.annotations.NullMarked;
