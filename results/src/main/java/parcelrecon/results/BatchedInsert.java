package parcelrecon.results;

import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** One statement for many rows, sent some rows at a time. */
final class BatchedInsert {

  private static final int ROWS_MAX = 500;
  private static final long BYTES_MAX = 4L << 20;

  private final PreparedBatch batch;
  private long bytes;

  BatchedInsert(Handle handle, String statement) {
    batch = handle.prepareBatch(Sql.of(statement));
  }

  void add(Consumer<PreparedBatch> bind) {
    add(0, bind);
  }

  /**
   * @param rowBytes the length of what can be long in the row
   */
  void add(long rowBytes, Consumer<PreparedBatch> bind) {
    bind.accept(batch);
    batch.add();
    bytes += rowBytes;
    if (batch.size() >= ROWS_MAX || bytes >= BYTES_MAX) {
      flush();
    }
  }

  /** Sends what is left. */
  void flush() {
    if (batch.size() > 0) {
      batch.execute();
      bytes = 0;
    }
  }
}
