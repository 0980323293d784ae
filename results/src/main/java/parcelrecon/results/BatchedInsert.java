package parcelrecon.results;

import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** One statement for many rows, sent some rows at a time. */
public final class BatchedInsert {

  private static final int ROWS_MAX = 500;
  private static final long BYTES_MAX = 4L << 20;

  private final PreparedBatch batch;
  private long bytes;

  public BatchedInsert(Handle handle, String statement) {
    batch = handle.prepareBatch(Sql.of(statement));
  }

  public void add(Consumer<PreparedBatch> bind) {
    add(0, bind);
  }

  /**
   * @param rowBytes the length of what can be long in the row
   */
  public void add(long rowBytes, Consumer<PreparedBatch> bind) {
    bind.accept(batch);
    batch.add();
    bytes += rowBytes;
    if (batch.size() >= ROWS_MAX || bytes >= BYTES_MAX) {
      flush();
    }
  }

  /** Sends what is left. */
  public void flush() {
    if (batch.size() > 0) {
      batch.execute();
      bytes = 0;
    }
  }
}
