/**
 * Reads topics of a live Kafka up to ends frozen at plan time, without a consumer group and without
 * commits. Knows kafka-clients and what a broker can hide; may not know what records mean. Open
 * {@link parcelrecon.source.kafka.KafkaSource} first.
 */
package parcelrecon.source.kafka;
