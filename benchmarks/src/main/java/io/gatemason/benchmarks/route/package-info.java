/** Route matches in generated decision trees. */
@NullMarked
package io.gatemason.benchmarks.route;

import org.jspecify.annotations.NullMarked;
