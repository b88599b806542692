package io.gatemason.generator.model;

import io.gatemason.generator.source.ScalarNode;

/**
 * A VTL script.
 *
 * @param mediaType its key, as written
 * @param text the script, with its place
 */
public record MappingTemplate(String mediaType, ScalarNode text) {}
