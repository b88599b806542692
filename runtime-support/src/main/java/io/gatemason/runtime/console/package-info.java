/** The page for whoever runs or develops a service, and what it asks for. */
@NullMarked
package io.gatemason.runtime.console;

import org.jspecify.annotations.NullMarked;
