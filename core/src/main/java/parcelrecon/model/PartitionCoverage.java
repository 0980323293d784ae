package parcelrecon.model;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * How much one partition of a topic could show.
 *
 * @param first the first offset read; absent when it was not read
 * @param end the offset after the last one read; absent when it was not read
 * @param reasons why it could not show more, and what else is known of it
 */
public record PartitionCoverage(
    String topic,
    int partition,
    OptionalLong first,
    OptionalLong end,
    List<Coverage.Reason> reasons) {

  public PartitionCoverage {
    reasons = List.copyOf(reasons);
  }

  /** By topic, then by number. */
  record Place(String topic, int partition) implements Comparable<Place> {

    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::topic, Utf8Order.COMPARATOR).thenComparingInt(Place::partition);

    static Place of(List<String> arguments) {
      return new Place(arguments.get(0), Integer.parseInt(arguments.get(1)));
    }

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * @param own reasons about this partition
   * @param ofTopic reasons that hold for each partition of its topic
   */
  static PartitionCoverage of(
      Place place, List<Coverage.Reason> own, List<Coverage.Reason> ofTopic) {
    List<Coverage.Reason> read = own.stream().filter(PartitionCoverage::isRead).toList();
    return new PartitionCoverage(
        place.topic(),
        place.partition(),
        read.stream().mapToLong(reason -> Long.parseLong(reason.arguments().get(2))).min(),
        read.stream().mapToLong(reason -> Long.parseLong(reason.arguments().get(3))).max(),
        Stream.concat(own.stream().filter(reason -> !isRead(reason)), ofTopic.stream()).toList());
  }

  private static boolean isRead(Coverage.Reason reason) {
    return reason.code() == Coverage.Code.PARTITION_READ;
  }

  public Coverage.State state() {
    return Coverage.worst(reasons);
  }
}
