package parcelrecon.results;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import parcelrecon.model.UnlistedParcel;
import parcelrecon.spill.Partitions;
import parcelrecon.spill.UnlistedBlock;

/**
 * What a run knows of parcels that are asked for by their ids, compared exactly. Memory: what is
 * asked for, and the block of one partition.
 */
public final class ParcelLookup {

  private final Jdbi jdbi;
  private final long run;
  private final Partitions partitions;

  /**
   * @param run a run that was matched
   */
  public ParcelLookup(ResultsDatabase database, long run) {
    this.jdbi = database.jdbi();
    this.run = run;
    this.partitions = new Partitions(new PlanStore(database).partitions(run));
  }

  /**
   * The parcels about which something was found, settled ones (without a mismatch) among them.
   *
   * @param ids a few hundred at most: all their records are in memory
   */
  public Map<String, ParcelRow> parcels(Collection<String> ids) {
    return jdbi.withHandle(
        handle -> {
          Map<String, ParcelRow> found = new HashMap<>();
          for (String id : ids) {
            parcel(handle, id).ifPresent(parcel -> found.put(id, parcel.row()));
          }
          return found;
        });
  }

  private Optional<StoredParcel> parcel(Handle handle, String id) {
    byte[] key = Columns.key(id);
    return key.length == 0
        ? Optional.empty()
        : new ParcelPage(handle, run, partitions.of(id))
            .read(before(key), 1).stream()
                .filter(parcel -> Arrays.equals(parcel.key(), key))
                .findFirst();
  }

  /** Bytes behind which the key is the first to come: no UTF-8 has a byte of 0xFF. */
  private static byte[] before(byte[] key) {
    int last = key.length - 1;
    if (key[last] == 0) {
      return Arrays.copyOf(key, last);
    }
    byte[] before = Arrays.copyOf(key, key.length + 1);
    before[last]--;
    before[last + 1] = (byte) 0xFF;
    return before;
  }

  /** The parcels that were read and about which nothing was found. */
  public Map<String, UnlistedParcel> unlisted(Collection<String> ids) {
    Map<Integer, Set<String>> wanted =
        ids.stream().collect(Collectors.groupingBy(partitions::of, Collectors.toSet()));
    Map<String, UnlistedParcel> found = new HashMap<>();
    wanted.forEach(
        (partition, some) ->
            block(partition)
                .ifPresent(
                    block ->
                        block.forEach(
                            parcel -> {
                              if (some.contains(parcel.parcelId())) {
                                found.put(parcel.parcelId(), parcel);
                              }
                            })));
    return found;
  }

  /** Hands on the id of every parcel the run knows, in no order. */
  public void forEachId(Consumer<String> id) {
    jdbi.useTransaction(
        handle ->
            Rows.forEach(
                handle.createQuery(Sql.of("parcel_ids")).bind("run", run).setFetchSize(1_000),
                row -> id.accept(row.getString("parcel_id"))));
    for (int partition = 0; partition < partitions.count(); partition++) {
      block(partition).ifPresent(block -> block.forEach(parcel -> id.accept(parcel.parcelId())));
    }
  }

  /** Whether every parcel that was read is known; a run of an earlier version kept only some. */
  public boolean knowsAll() {
    return jdbi.withHandle(
        handle ->
            handle
                    .createQuery(Sql.of("partitions_without_all_parcels"))
                    .bind("run", run)
                    .mapTo(Long.class)
                    .one()
                == 0);
  }

  private Optional<UnlistedBlock> block(int partition) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(Sql.of("partition_unlisted"))
                .bind("run", run)
                .bind("partition_no", partition)
                .map(
                    (row, context) ->
                        new UnlistedBlock(
                            row.getLong("parcels"),
                            row.getLong("left_out"),
                            row.getBytes("unlisted")))
                .findOne());
  }
}
