package io.gatemason.generator.output;

/**
 * A file to be written.
 *
 * @param path below the output folder, with {@code /}
 * @param text its whole text
 */
public record GeneratedFile(String path, String text) {}
