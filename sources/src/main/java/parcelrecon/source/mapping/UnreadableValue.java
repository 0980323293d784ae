package parcelrecon.source.mapping;

/**
 * A value that its source shows but cannot vouch for. A row is rejected for it only where its
 * column is read.
 *
 * @param text as the source shows it
 * @param reason goes on after the text, for example {@code is an error, expected a value}
 */
public record UnreadableValue(String text, String reason) {}
