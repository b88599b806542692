/** Tests of compiled payload models: generated, compiled and run. */
package io.gatemason.runtime.schema;
