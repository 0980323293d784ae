package parcelrecon.source.file;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import parcelrecon.source.SourceLook;
import parcelrecon.source.SourceSettings;
import parcelrecon.source.Split;

/**
 * The files of one source whose records cannot be found on their bytes, such as workbooks: each is
 * one split. Thread-safe. All methods throw {@link parcelrecon.problem.ProblemException}
 * UNREACHABLE for what cannot be read.
 */
public final class WholeFiles {

  /** How many bytes a byte of a zipped file is taken for, when a split's size is estimated. */
  private static final long ZIP_RATIO = 8;

  private final SourceSettings settings;
  private final FileGlob glob;

  /**
   * @param pattern a path or glob, relative to the settings' folder
   */
  public WholeFiles(SourceSettings settings, String pattern) {
    this.settings = settings;
    this.glob = new FileGlob(settings.base().toAbsolutePath().normalize(), pattern);
  }

  /** All of them, sorted by name; never empty. */
  public List<SiteFile> all() {
    return glob.found();
  }

  /** What a look at these files tells. */
  public SourceLook look(List<SiteFile> files) {
    return SourceLook.atFiles(glob.pattern(), files.stream().map(SiteFile::name).toList());
  }

  /** A split for each of these files, in their order. */
  public List<Split> plan(List<SiteFile> files) {
    List<Split> splits = new ArrayList<>();
    for (SiteFile file : files) {
      try {
        FileRange whole = whole(file);
        splits.add(new Split(settings.name(), splits.size(), whole.size() * ZIP_RATIO, whole.at()));
      } catch (IOException e) {
        throw FileProblems.unreadable(file.name(), e);
      }
    }
    return splits;
  }

  /** The file a split is. */
  public SiteFile fileOf(Split split) {
    return glob.named(FileRange.of(split.at()).file());
  }

  /**
   * @throws parcelrecon.problem.ProblemException when the file is not the one planned, byte for
   *     byte
   */
  public void checkUnchanged(Split split) {
    SiteFile file = fileOf(split);
    try {
      if (!whole(file).equals(FileRange.of(split.at()))) {
        throw FileProblems.changed(file.name());
      }
    } catch (IOException e) {
      throw FileProblems.unreadable(file.name(), e);
    }
  }

  private static FileRange whole(SiteFile file) throws IOException {
    long size = Files.size(file.path());
    FileHead head = FileHead.of(file.path(), size);
    try (RangeStream in = new RangeStream(file.path(), 0, size)) {
      return head.range(file.name(), 0, size, 1, in.checksumOfAll());
    }
  }
}
