/** What the APIs of a service share, and what the methods of an API share in one stage. */
@NullMarked
package io.gatemason.runtime.service;

import org.jspecify.annotations.NullMarked;
