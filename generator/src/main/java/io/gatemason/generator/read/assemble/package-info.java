/** Documents made of the resources of templates, or with what these add to a document. */
@NullMarked
package io.gatemason.generator.read.assemble;

import org.jspecify.annotations.NullMarked;
