package parcelrecon.results;

import java.util.function.Consumer;
import parcelrecon.rule.JudgingContext;

/** The parcels a run found something about: what a datafix package is made of. */
public interface FoundParcels {

  RunRow run();

  /** What the rules knew: coverage, groups, event types, settings. */
  JudgingContext context();

  /** Parcels with a mismatch, ordered by parcel id (UTF-8 bytes), one in memory at a time. */
  void forEachParcel(Consumer<ParcelRow> parcel);
}
