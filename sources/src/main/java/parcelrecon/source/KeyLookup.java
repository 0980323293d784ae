package parcelrecon.source;

import java.util.List;

/**
 * Asks a source for all records of given parcels, in a snapshot later than the one splits were read
 * in.
 */
public interface KeyLookup {

  /** The most parcels one call takes. */
  int PARCELS_MAX = 500;

  /**
   * @param parcelIds sorted, each once, at most {@link #PARCELS_MAX}
   */
  void lookUp(List<String> parcelIds, RecordSink sink);
}
