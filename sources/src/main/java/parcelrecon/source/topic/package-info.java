/**
 * What a topic's records are to us, whether a broker or its log files gave them: rows, and the span
 * of time they are wanted from. Knows a record of kafka-clients; may not know where it was read.
 * Open {@link parcelrecon.source.topic.TopicRows} first.
 */
package parcelrecon.source.topic;
