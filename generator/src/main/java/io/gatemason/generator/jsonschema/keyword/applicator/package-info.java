/** Keywords that apply subschemas to the value, its members or its items. */
@NullMarked
package io.gatemason.generator.jsonschema.keyword.applicator;

import org.jspecify.annotations.NullMarked;
