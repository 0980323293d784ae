package parcelrecon.datafix;

import java.time.Instant;
import java.util.Optional;

/**
 * A row of the site's outbound table, as it is now.
 *
 * @param key as the row has it
 * @param state null when it has none
 * @param version null when it has none
 * @param deadline null when it has none
 * @param unread what of it could not be read, which is then null
 */
public record TableRow(
    String key, String state, Long version, Instant deadline, Optional<String> unread) {}
