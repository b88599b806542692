/** What is told of requests to whoever runs the service: logs and metrics. */
@NullMarked
package io.gatemason.runtime.observe;

import org.jspecify.annotations.NullMarked;
