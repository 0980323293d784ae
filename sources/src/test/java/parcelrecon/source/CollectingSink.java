package parcelrecon.source;

import java.util.ArrayList;
import java.util.List;
import parcelrecon.model.Reject;
import parcelrecon.model.SourceRecord;

/** Keeps all a source gives, in the order it came. */
public final class CollectingSink implements RecordSink {

  private final List<SourceRecord> accepted = new ArrayList<>();
  private final List<Reject> rejected = new ArrayList<>();
  private long filtered;

  @Override
  public void accept(SourceRecord row) {
    accepted.add(row);
  }

  @Override
  public void reject(Reject reject) {
    rejected.add(reject);
  }

  @Override
  public void filter() {
    filtered++;
  }

  public List<SourceRecord> accepted() {
    return accepted;
  }

  public List<Reject> rejected() {
    return rejected;
  }

  public long filtered() {
    return filtered;
  }

  /** The one record accepted. */
  public SourceRecord record() {
    if (accepted.size() != 1 || !rejected.isEmpty()) {
      throw new AssertionError("expected one record, seen " + accepted + " " + rejected);
    }
    return accepted.get(0);
  }

  /** The one reject's reason. */
  public String reason() {
    if (rejected.size() != 1 || !accepted.isEmpty()) {
      throw new AssertionError("expected one reject, seen " + accepted + " " + rejected);
    }
    return rejected.get(0).reason();
  }
}
