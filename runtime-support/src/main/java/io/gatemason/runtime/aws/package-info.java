/** Where AWS services are reached, with which credentials, and how requests to them are signed. */
@NullMarked
package io.gatemason.runtime.aws;

import org.jspecify.annotations.NullMarked;
