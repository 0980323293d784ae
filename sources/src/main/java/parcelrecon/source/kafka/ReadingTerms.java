package parcelrecon.source.kafka;

import java.time.Duration;

/**
 * On what terms topics are read.
 *
 * @param stallLimit how long a position may stand still before the broker counts as gone
 * @param rate how much all readers together may take
 */
record ReadingTerms(Duration stallLimit, ByteRate rate, KafkaProblems problems) {}
