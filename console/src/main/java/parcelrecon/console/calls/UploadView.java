package parcelrecon.console.calls;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import parcelrecon.console.calls.Uploads.Upload;
import parcelrecon.report.answers.AnswerLook;
import parcelrecon.report.answers.AnswerLook.Fate;
import parcelrecon.report.answers.AnswersFile;
import parcelrecon.report.answers.Remark;
import parcelrecon.report.answers.Unreadable;

/**
 * What an uploaded file would change.
 *
 * @param digest of all looks, as they were shown
 * @param fates those that occur
 * @param unreadable what is wrong with the file as a whole; then there is nothing else
 */
record UploadView(
    Upload upload,
    String digest,
    int answers,
    List<FateView> fates,
    List<RemarksView> remarks,
    Optional<Unreadable> unreadable) {

  /** More lines of a kind than these are told by their number. */
  static final int SHOWN_MAX = 200;

  /** Answers of one fate, the first of them. */
  record FateView(Fate fate, long count, List<AnswerLook> looks) {
    public long more() {
      return count - looks.size();
    }
  }

  /**
   * Remarks of one kind, the first of them.
   *
   * @param key of their heading
   */
  record RemarksView(String key, long count, List<Remark> remarks) {
    public long more() {
      return count - remarks.size();
    }
  }

  static UploadView of(Upload upload, AnswersFile file, List<AnswerLook> looks) {
    List<RemarksView> remarks = new ArrayList<>();
    add("calls.upload.notUnderstood", file.notUnderstood(), remarks);
    add("calls.upload.doubtful", file.doubtful(), remarks);
    add("calls.upload.nothing", file.countsForNothing(), remarks);
    return new UploadView(
        upload,
        KeptAnswers.digest(looks),
        looks.size(),
        Stream.of(Fate.values())
            .map(fate -> fate(fate, looks))
            .filter(view -> view.count() > 0)
            .toList(),
        remarks,
        file.unreadable());
  }

  private static FateView fate(Fate fate, List<AnswerLook> looks) {
    List<AnswerLook> of = looks.stream().filter(look -> look.fate() == fate).toList();
    return new FateView(fate, of.size(), first(of));
  }

  private static void add(String key, List<Remark> all, List<RemarksView> views) {
    if (!all.isEmpty()) {
      views.add(new RemarksView(key, all.size(), first(all)));
    }
  }

  private static <T> List<T> first(List<T> all) {
    return all.subList(0, Math.min(SHOWN_MAX, all.size()));
  }

  /** Whether something in it is not kept yet. */
  public boolean isAnythingNew() {
    return fates.stream().anyMatch(view -> view.fate() != Fate.KNOWN);
  }
}
