package parcelrecon.results.review;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How long people have known of a mismatch.
 *
 * @param found the day of the run that first listed it
 * @param businessDays since then
 * @param due the last day on which a decision is in time; absent when it is never due, or nobody
 *     has to decide any more
 * @param isOverdue whether that day is over
 */
public record Age(LocalDate found, long businessDays, Optional<LocalDate> due, boolean isOverdue) {}
