/**
 * Reads the log segments that brokers keep on disk, without a broker: one or several copies of each
 * partition, each record once. Knows kafka-clients' reading of batches, in {@link
 * parcelrecon.source.segments.LogBatch} only; may not know what records mean. Open {@link
 * parcelrecon.source.segments.SegmentsSource} first.
 */
package parcelrecon.source.segments;
