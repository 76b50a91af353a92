package dev.platen.report.mime;

/**
 * Where an output stands, as people say it.
 *
 * @param cell such as {@code cell 7}
 * @param scope sets ids in the output apart from those of others on the page
 */
public record OutputPlace(String cell, String scope) {}
