/** What the keywords of one schema add up to, before it is printed as methods. */
@NullMarked
package io.gatemason.generator.jsonschema.code;

import org.jspecify.annotations.NullMarked;
