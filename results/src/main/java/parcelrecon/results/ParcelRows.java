package parcelrecon.results;

import java.util.function.Consumer;

/** Some parcels of a run, ordered by parcel id (UTF-8 bytes), one in memory at a time. */
public interface ParcelRows {
  void forEach(Consumer<ParcelRow> parcel);
}
