package parcelrecon.console.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import parcelrecon.results.telling.KeptTelling;

/**
 * When open incidents are asked about again, and who was told of it.
 *
 * @param zone of times shown
 * @param next absent where its time never comes again
 */
record RechecksView(ZoneId zone, Optional<Instant> next, List<KeptTelling> tellings) {}
