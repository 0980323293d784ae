package parcelrecon.source.kafka;

import org.apache.kafka.common.Uuid;

/**
 * A topic as it was when the run was planned.
 *
 * @param id one made again under the same name has another; all zeros where brokers know no ids
 * @param compacted whether it keeps only the latest record of a key
 */
record Topic(String name, Uuid id, boolean compacted) {}
