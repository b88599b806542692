/** Fills one file template from one view record. */
@NullMarked
package io.gatemason.templates;

import org.jspecify.annotations.NullMarked;
