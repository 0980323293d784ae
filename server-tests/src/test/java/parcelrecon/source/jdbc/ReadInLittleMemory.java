package parcelrecon.source.jdbc;

import parcelrecon.model.Reject;
import parcelrecon.model.SourceRecord;
import parcelrecon.source.RecordSink;

/** The main of a process with little memory: counts the rows of a database it is given. */
final class ReadInLittleMemory {

  private ReadInLittleMemory() {}

  /**
   * @param arguments the database, its URL, rows
   */
  public static void main(String[] arguments) {
    SiteDatabase database = SiteDatabase.valueOf(arguments[0]);
    JdbcSite site =
        new JdbcSite(database, arguments[1])
            .query(
                "select concat('P', n) as parcel_id, concat('O', n) as outbound_id, 'COD' as payment,"
                    + " 380 as amount_due, '2022-04-13T19:40:00' as completed_at from "
                    + database.numbers(Long.parseLong(arguments[2])));
    Count count = new Count();
    long before = System.nanoTime();
    try (JdbcSource source = site.source()) {
      source.read(site.plan(source).splits().get(0), count);
    }
    long millis = (System.nanoTime() - before) / 1_000_000;
    System.out.println(count.rows + " rows in " + millis + " ms");
  }

  private static final class Count implements RecordSink {

    private long rows;

    @Override
    public void accept(SourceRecord row) {
      rows++;
    }

    @Override
    public void reject(Reject reject) {
      throw new IllegalStateException(reject.reason());
    }

    @Override
    public void filter() {
      throw new IllegalStateException("nothing is left out");
    }
  }
}
