package parcelrecon.source.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import parcelrecon.model.SourceRecord;
import parcelrecon.source.Split;
import parcelrecon.source.jdbc.JdbcSite.Rows;

/** PostgreSQL's ranges, read at the same time by connections that share one snapshot. */
class JdbcParallelTest {

  private static final int RANGES = 3;

  /** Waits at its first row until the others are at theirs. */
  private static final class MeetingRows extends Rows {
    private final CyclicBarrier barrier;

    MeetingRows(CyclicBarrier barrier) {
      this.barrier = barrier;
    }

    @Override
    public void accept(SourceRecord row) {
      if (accepted.isEmpty()) {
        try {
          barrier.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
          throw new AssertionError("the ranges are not read at the same time", e);
        }
      }
      super.accept(row);
    }
  }

  @Test
  @Timeout(60)
  void ranges_areReadAtTheSameTime_inOneSnapshot() throws Exception {
    JdbcSite site =
        new JdbcSite(SiteDatabase.POSTGRESQL)
            .run(
                "create table t (id int primary key, at timestamptz)",
                "insert into t select n, timestamptz '2022-04-13 10:33:00Z' + n * interval '1 minute'"
                    + " from generate_series(0, 9999) as n")
            .query(
                "select id as parcel_id, id as outbound_id, 'COD' as payment, 1 as amount_due,"
                    + " at as completed_at from t where at >= :from and at < :to")
            .ranges(RANGES);
    ExecutorService threads = Executors.newFixedThreadPool(RANGES);
    try (JdbcSource source = site.source();
        Connection writer = site.connect()) {
      List<Split> splits = site.plan(source).splits();
      SiteDatabase.run(writer, "update t set id = id + 1000000");
      CyclicBarrier barrier = new CyclicBarrier(RANGES);
      List<Future<Rows>> readings = new ArrayList<>();
      for (Split split : splits) {
        Callable<Rows> reading =
            () -> {
              Rows rows = new MeetingRows(barrier);
              source.read(split, rows);
              return rows;
            };
        readings.add(threads.submit(reading));
      }
      List<Integer> parcels = new ArrayList<>();
      for (Future<Rows> reading : readings) {
        reading.get().parcels().forEach(id -> parcels.add(Integer.parseInt(id)));
      }
      assertThat(parcels).hasSize(10_000).doesNotHaveDuplicates().allMatch(id -> id < 10_000);
    } finally {
      threads.shutdownNow();
    }
  }
}
