/** Regular expressions of schemas: ECMA-262 syntax, translated for the engines of the runtime. */
@NullMarked
package io.gatemason.generator.jsonschema.regex;

import org.jspecify.annotations.NullMarked;
