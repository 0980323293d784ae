package parcelrecon.source.file;

import java.nio.file.Path;

/**
 * A file of a source.
 *
 * @param name relative to the configuration's folder, with slashes
 */
public record SiteFile(String name, Path path) {}
