package parcelrecon.report.workbook;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.function.Consumer;
import parcelrecon.report.file.RowSorter;
import parcelrecon.report.file.SortKey;
import parcelrecon.results.ParcelRow;
import parcelrecon.results.RunResults;
import parcelrecon.rule.Standing;

/**
 * The parcels that are affected now and were not when the incident was first found: what is left of
 * the one list when the other is crossed out. Both come ordered by parcel id; one is kept outside
 * of memory.
 */
final class FoundSince {

  private final Iterator<byte[]> followed;
  private byte[] next;

  private FoundSince(Iterator<byte[]> followed) {
    this.followed = followed;
    advance();
  }

  /**
   * @param work a folder of temporary files
   */
  static void forEach(RunResults results, Path work, Consumer<ParcelRow> parcel) {
    try (RowSorter ids = new RowSorter(work.resolve("followed"))) {
      results.forEachFollowed(each -> ids.add(key(each.parcelId()), bytes(each.parcelId())));
      FoundSince since = new FoundSince(ids.sorted());
      results.forEachParcel(
          each -> {
            if (each.standing() == Standing.AFFECTED && !since.isFollowed(each.parcelId())) {
              parcel.accept(each);
            }
          });
    }
  }

  private static SortKey key(String parcelId) {
    return new SortKey().by(parcelId);
  }

  private static byte[] bytes(String parcelId) {
    return parcelId.getBytes(StandardCharsets.UTF_8);
  }

  private void advance() {
    next = followed.hasNext() ? followed.next() : null;
  }

  /** Asked in the order of the ids. */
  private boolean isFollowed(String parcelId) {
    byte[] id = bytes(parcelId);
    while (next != null && Arrays.compareUnsigned(next, id) < 0) {
      advance();
    }
    return Arrays.equals(next, id);
  }
}
