/**
 * A real Kafka broker in a JVM of its own, so that killing or suspending it is a real outage. Knows
 * processes and the broker's command line; nothing of parcels. Open {@link
 * parcelrecon.demo.broker.KafkaBroker} first.
 */
package parcelrecon.demo.broker;
