/** What web ACLs do with bytes: text transformations, elements of JSON bodies and detectors. */
@NullMarked
package io.gatemason.runtime.waf.text;

import org.jspecify.annotations.NullMarked;
