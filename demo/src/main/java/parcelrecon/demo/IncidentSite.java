package parcelrecon.demo;

import java.util.List;
import java.util.function.Consumer;
import parcelrecon.demo.broker.KafkaBroker;
import parcelrecon.demo.site.SiteFolder;
import parcelrecon.demo.site.Topic;
import parcelrecon.demo.story.IncidentDay;
import parcelrecon.demo.truth.ParcelTruth;
import parcelrecon.demo.truth.Truth;
import parcelrecon.demo.truth.TruthFile;

/**
 * A site on the day of the incident: its database, its files, its broker, and the truth beside
 * them.
 */
final class IncidentSite implements AutoCloseable {

  private final KafkaBroker broker;
  private final List<ParcelTruth> truth;

  private IncidentSite(KafkaBroker broker, List<ParcelTruth> truth) {
    this.broker = broker;
    this.truth = truth;
  }

  /** Makes it anew in the folder; the broker runs until it is closed. */
  static IncidentSite make(DemoFolder folder, long seed, Consumer<String> step) {
    folder.prepare();
    step.accept("starting a Kafka broker in " + folder.broker());
    KafkaBroker broker = KafkaBroker.start(folder.broker());
    try {
      step.accept("telling the day of 2022-04-13 from seed " + seed);
      IncidentDay day = IncidentDay.of(seed);
      step.accept("writing settlement files, gateway log and stores to " + folder.site());
      fill(new SiteFolder(folder.site()), day, broker, step);
      List<ParcelTruth> truth = Truth.of(day);
      TruthFile.write(folder.truth(), truth);
      return new IncidentSite(broker, truth);
    } catch (RuntimeException e) {
      broker.close();
      throw e;
    }
  }

  List<ParcelTruth> truth() {
    return truth;
  }

  KafkaBroker broker() {
    return broker;
  }

  @Override
  public void close() {
    broker.close();
  }

  private static void fill(
      SiteFolder site, IncidentDay day, KafkaBroker broker, Consumer<String> step) {
    site.writeFiles(day);
    step.accept("writing the outbound database");
    site.writeDatabase(day);
    step.accept("sending " + day.records().messages().size() + " events to topic " + Topic.NAME);
    broker.createTopic(Topic.NAME, Topic.PARTITIONS, Topic.CONFIGURATION);
    Topic topic = new Topic(broker.clientProperties());
    topic.send(day.records().messages());
    topic.commitGroups();
    site.writeConfiguration(broker.bootstrapServers());
  }
}
