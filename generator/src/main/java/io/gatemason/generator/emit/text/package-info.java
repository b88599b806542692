/** Makes printed Java look like the code around it, whatever text of a document it holds. */
@NullMarked
package io.gatemason.generator.emit.text;

import org.jspecify.annotations.NullMarked;
