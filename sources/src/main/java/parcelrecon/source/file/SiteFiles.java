package parcelrecon.source.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parcelrecon.model.Coverage;
import parcelrecon.model.RecordRef.FileLine;
import parcelrecon.source.SourceLook;
import parcelrecon.source.SourceSettings;
import parcelrecon.source.Split;

/**
 * The files of one source: which there are, their splits, and the records of a split. Thread-safe.
 * All methods throw {@link parcelrecon.problem.ProblemException} UNREACHABLE for what cannot be
 * read.
 */
public final class SiteFiles {

  /** How many bytes a byte of gzip is taken for, when a split's size is estimated. */
  private static final long GZIP_RATIO = 8;

  /** How many records of a file are tried out before all are read. */
  private static final int HEAD_RECORDS = 20;

  private final SourceSettings settings;
  private final FileGlob glob;
  private final Framing framing;

  /**
   * @param pattern a path or glob, relative to the settings' folder
   */
  public SiteFiles(SourceSettings settings, String pattern, Framing framing) {
    this.settings = settings;
    this.glob = new FileGlob(settings.base().toAbsolutePath().normalize(), pattern);
    this.framing = framing;
  }

  /** All of them, sorted by name; never empty. */
  public List<SiteFile> all() {
    return glob.found();
  }

  /** What a look at these files tells. */
  public SourceLook look(List<SiteFile> files) {
    return SourceLook.atFiles(glob.pattern(), files.stream().map(SiteFile::name).toList());
  }

  /** The splits of these files, in their order. */
  public List<Split> plan(List<SiteFile> files, long splitBytes) {
    SplitPlanner planner = new SplitPlanner(framing, splitBytes);
    List<Split> splits = new ArrayList<>();
    for (SiteFile file : files) {
      try {
        FileHead head = FileHead.of(file.path());
        for (FileRange range : planner.ranges(file, head)) {
          long bytes = (range.end() - range.start()) * (head.isGzip() ? GZIP_RATIO : 1);
          splits.add(new Split(settings.name(), splits.size(), bytes, range.at()));
        }
      } catch (IOException e) {
        throw FileProblems.unreadable(file.name(), e);
      }
    }
    return splits;
  }

  /** The file's first record that is not an empty line. */
  public Optional<FileRecord> first(SiteFile file) {
    List<FileRecord> first = head(file, 1);
    return first.isEmpty() ? Optional.empty() : Optional.of(first.get(0));
  }

  /** The file's first records that are not empty lines, a heading among them. */
  public List<FileRecord> head(SiteFile file) {
    return head(file, HEAD_RECORDS);
  }

  private List<FileRecord> head(SiteFile file, int recordsMax) {
    List<FileRecord> records = new ArrayList<>();
    try {
      FileHead head = FileHead.of(file.path());
      FileRange whole = head.range(file.name(), 0, head.size(), 1, 0);
      try (OpenRange open = OpenRange.of(file.path(), whole, framing)) {
        while (records.size() < recordsMax && open.records().next()) {
          records.add(current(file.name(), open));
        }
      }
      return records;
    } catch (IOException e) {
      throw FileProblems.unreadable(file.name(), e);
    }
  }

  /** The file a split lies in. */
  public SiteFile fileOf(Split split) {
    return glob.named(FileRange.of(split.at()).file());
  }

  /**
   * Gives a split's records to the reader, and sees that the file is still the one planned.
   *
   * @return that the last record is cut off, if it is
   */
  public List<Coverage.Reason> read(Split split, RecordReader reader) {
    FileRange range = FileRange.of(split.at());
    SiteFile file = fileOf(split);
    List<Coverage.Reason> reasons = new ArrayList<>();
    try (OpenRange open = OpenRange.of(file.path(), range, framing)) {
      while (open.records().next()) {
        if (reader.read(current(file.name(), open)) == RecordReader.Found.CUT) {
          reasons.add(cut(file.name(), open));
        }
      }
      if (open.isTruncated() && reasons.isEmpty()) {
        reasons.add(cut(file.name(), open));
      }
      open.checkUnchanged();
    } catch (IOException e) {
      throw FileProblems.unreadable(file.name(), e);
    }
    return reasons;
  }

  private static Coverage.Reason cut(String file, OpenRange open) {
    return Coverage.Reason.of(Coverage.Code.CUT_LAST_ROW, file, open.records().line());
  }

  private FileRecord current(String file, OpenRange open) {
    RecordStream records = open.records();
    return new FileRecord(
        new FileLine(settings.name(), file, records.line()),
        records.text(framing.recordCharset()),
        open.ending());
  }
}
