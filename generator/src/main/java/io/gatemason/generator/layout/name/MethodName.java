package io.gatemason.generator.layout.name;

/**
 * What a method's classes are named after.
 *
 * @param type the simple name of its own class
 * @param title its verb and path, for comments
 */
public record MethodName(String type, String title) {}
