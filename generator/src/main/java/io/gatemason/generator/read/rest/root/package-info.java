/** Reads what an OpenAPI document says of its API as a whole, outside its paths. */
@NullMarked
package io.gatemason.generator.read.rest.root;

import org.jspecify.annotations.NullMarked;
