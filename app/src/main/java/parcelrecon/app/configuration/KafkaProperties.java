package parcelrecon.app.configuration;

import java.util.List;

/** The properties a site may give to the Kafka client. */
final class KafkaProperties {

  static final List<String> ALLOWED =
      List.of("bootstrap.servers", "security.protocol", "sasl.mechanism", "sasl.jaas.config");

  private KafkaProperties() {}
}
