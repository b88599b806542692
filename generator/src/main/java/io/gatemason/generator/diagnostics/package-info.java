/** What the generator tells its user: the catalogue of codes, the collector and the formatters. */
@NullMarked
package io.gatemason.generator.diagnostics;

import org.jspecify.annotations.NullMarked;
