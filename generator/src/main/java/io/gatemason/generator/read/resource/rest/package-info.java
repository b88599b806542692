/** Readers of the resources of REST APIs and their domains, keys and plans. */
@NullMarked
package io.gatemason.generator.read.resource.rest;

import org.jspecify.annotations.NullMarked;
