/** Makes the names of generated code, and lists those of the runtime that it uses. */
@NullMarked
package io.gatemason.generator.layout.name;

import org.jspecify.annotations.NullMarked;
