/** Parameters become settings: defaults, paths, the JDK and the libraries to use. */
@NullMarked
package io.gatemason.maven.settings;

import org.jspecify.annotations.NullMarked;
