/** Tests of functions that run in processes of this machine. */
package io.gatemason.runtime.function.host;
