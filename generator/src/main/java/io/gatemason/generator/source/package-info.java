/** Source text with positions: files, ranges and the node tree of YAML and JSON. */
@NullMarked
package io.gatemason.generator.source;

import org.jspecify.annotations.NullMarked;
