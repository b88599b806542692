/** The listener for whoever runs the service: health, usage of plans, caches. */
@NullMarked
package io.gatemason.runtime.management;

import org.jspecify.annotations.NullMarked;
