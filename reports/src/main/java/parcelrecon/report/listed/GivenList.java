package parcelrecon.report.listed;

import java.util.List;

/**
 * The ids of a list, as they were given, each once, in its order.
 *
 * @param repeated how many lines said again what one before had said
 * @param column the heading of the column they were taken from; empty where there is none
 */
public record GivenList(List<String> ids, long repeated, String column) {

  /** The most ids one list may have. */
  public static final int IDS_MAX = 100_000;

  public GivenList {
    ids = List.copyOf(ids);
  }
}
