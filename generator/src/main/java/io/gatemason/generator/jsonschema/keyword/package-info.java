/** One class per keyword of JSON Schema. */
@NullMarked
package io.gatemason.generator.jsonschema.keyword;

import org.jspecify.annotations.NullMarked;
