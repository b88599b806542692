/** Records that hold exactly what a file template shows. */
@NullMarked
package io.gatemason.templates.view;

import org.jspecify.annotations.NullMarked;
