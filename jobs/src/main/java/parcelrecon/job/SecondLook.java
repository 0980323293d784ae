package parcelrecon.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parcelrecon.model.Reject;
import parcelrecon.model.RejectedRow;
import parcelrecon.model.SourceName;
import parcelrecon.model.SourceRecord;
import parcelrecon.results.PlannedSource;
import parcelrecon.source.KeyLookup;
import parcelrecon.source.RecordSink;
import parcelrecon.spill.RecordFile;

/**
 * Asks every source that can answer by key again for parcels whose judgement rests on a record not
 * seen. What was found is kept beside the partition: a restart must not see another answer.
 */
final class SecondLook {

  private final RunInHand inHand;
  private final List<SourceName> sources;

  SecondLook(RunInHand inHand, List<PlannedSource> planned) {
    this.inHand = inHand;
    this.sources = planned.stream().filter(PlannedSource::byKey).map(PlannedSource::name).toList();
  }

  /** The sources that are asked. */
  List<SourceName> sources() {
    return sources;
  }

  /**
   * @param parcelIds sorted, each once
   * @return the records found, by parcel
   */
  Map<String, List<SourceRecord>> look(Path file, List<String> parcelIds) throws IOException {
    if (parcelIds.isEmpty() || sources.isEmpty()) {
      return Map.of();
    }
    if (!Files.exists(file)) {
      RecordFile.write(file, ask(parcelIds));
    }
    Map<String, List<SourceRecord>> found = new HashMap<>();
    RecordFile.read(
        file, row -> found.computeIfAbsent(row.parcelId(), id -> new ArrayList<>()).add(row));
    return found;
  }

  private List<SourceRecord> ask(List<String> parcelIds) {
    FoundRecords found = new FoundRecords();
    RecordSink seen = inHand.horizon().within(found);
    for (SourceName name : sources) {
      KeyLookup lookup = inHand.sources().get(name).byKey().orElseThrow();
      for (int from = 0; from < parcelIds.size(); from += KeyLookup.PARCELS_MAX) {
        inHand.stop().checkInside();
        int to = Math.min(parcelIds.size(), from + KeyLookup.PARCELS_MAX);
        lookup.lookUp(parcelIds.subList(from, to), seen);
      }
    }
    return found.rows;
  }

  /** Keeps what was found; a row that cannot be read leaves its doubt. */
  private static final class FoundRecords implements RecordSink {

    private final List<SourceRecord> rows = new ArrayList<>();

    @Override
    public void accept(SourceRecord row) {
      rows.add(row);
    }

    @Override
    public void reject(Reject reject) {
      if (reject.parcelId() != null) {
        rows.add(new RejectedRow(reject.parcelId(), reject.ref()));
      }
    }

    @Override
    public void filter() {
      // The site leaves such rows out; the first look did too.
    }
  }
}
