package parcelrecon.report.calls;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import parcelrecon.model.Utf8Order;
import parcelrecon.report.file.RowSorter;
import parcelrecon.report.file.SortKey;
import parcelrecon.report.story.RunView;

/**
 * The letters to all stores: written while the call list is, whose lines of a store stand together,
 * and read in the order of store ids. One is in memory at a time.
 */
public final class StoreLetters implements AutoCloseable {

  private final RunView view;
  private final RowSorter letters;
  private StoreLetter open;
  private Iterator<byte[]> sorted;
  private Letter next;

  private record Letter(String storeId, String text) {
    byte[] toBytes() {
      return (storeId + '\0' + text).getBytes(StandardCharsets.UTF_8);
    }

    static Letter of(byte[] bytes) {
      String both = new String(bytes, StandardCharsets.UTF_8);
      int end = both.indexOf('\0');
      return new Letter(both.substring(0, end), both.substring(end + 1));
    }
  }

  /**
   * @param folder of temporary files, one that letters of other runs do not use
   */
  public StoreLetters(RunView view, Path folder) {
    this.view = view;
    this.letters = new RowSorter(folder.resolve("letters"));
  }

  public void add(CallList.Line line) {
    if (open == null || !open.store().equals(line.store())) {
      finish();
      open = new StoreLetter(view, line.store());
    }
    open.add(line.call());
  }

  private void finish() {
    if (open != null) {
      String storeId = open.store().storeId();
      letters.add(new SortKey().by(storeId), new Letter(storeId, open.text()).toBytes());
      open = null;
    }
  }

  /**
   * The letter to a store; empty without one. Stores are asked for in the order of their ids, when
   * the last line was added.
   */
  public String to(String storeId) {
    if (sorted == null) {
      finish();
      sorted = letters.sorted();
      advance();
    }
    while (next != null && Utf8Order.compare(next.storeId(), storeId) < 0) {
      advance();
    }
    return next != null && next.storeId().equals(storeId) ? next.text() : "";
  }

  private void advance() {
    next = sorted.hasNext() ? Letter.of(sorted.next()) : null;
  }

  @Override
  public void close() {
    letters.close();
  }
}
