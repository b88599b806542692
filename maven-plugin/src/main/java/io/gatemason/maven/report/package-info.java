/** Diagnostics to the build log and to the report file. */
@NullMarked
package io.gatemason.maven.report;

import org.jspecify.annotations.NullMarked;
