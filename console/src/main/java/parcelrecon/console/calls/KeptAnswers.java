package parcelrecon.console.calls;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import parcelrecon.console.sign.Person;
import parcelrecon.model.Answer;
import parcelrecon.report.answers.AnswerLook;
import parcelrecon.report.answers.AnswerLook.Fate;
import parcelrecon.report.answers.AnswersFile;
import parcelrecon.report.answers.AskedRun;
import parcelrecon.report.answers.GivenAnswer;
import parcelrecon.report.file.Sha256;
import parcelrecon.results.AnswerStore;
import parcelrecon.results.ParcelLookup;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunRow;
import parcelrecon.results.audit.AuditAct;
import parcelrecon.results.audit.AuditAction;
import parcelrecon.results.audit.AuditStore;

/** Keeps answers, by the rules of the command, and each act in the audit. */
@Component
class KeptAnswers {

  /** How many parcels are asked for at once. */
  private static final int BATCH = 500;

  private final ResultsDatabase database;
  private final AnswerStore answers;
  private final AuditStore audit;

  KeptAnswers(ResultsDatabase database) {
    this.database = database;
    this.answers = new AnswerStore(database);
    this.audit = new AuditStore(database, InstantSource.system());
  }

  /** What was looked at is no longer what is kept. */
  static final class LookChanged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LookChanged() {
      super("other answers were kept meanwhile", null, false, false);
    }
  }

  AskedRun asked(RunRow run) {
    return new AskedRun(run, new ParcelLookup(database, run.run())::parcels, Instant.now());
  }

  /** What would become of answers. */
  List<AnswerLook> looks(RunRow run, AnswersFile file) {
    Set<String> parcels =
        file.answers().stream()
            .map(given -> given.answer().parcelId())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    List<Answer> kept = new ArrayList<>();
    List<String> ids = List.copyOf(parcels);
    for (int from = 0; from < ids.size(); from += BATCH) {
      kept.addAll(
          answers.answersTo(
              run.incident().id(), ids.subList(from, Math.min(ids.size(), from + BATCH))));
    }
    return AnswerLook.at(file.answers(), kept);
  }

  /** The same for equal looks. */
  static String digest(List<AnswerLook> looks) {
    return Sha256.of(looks.stream().map(String::valueOf).collect(Collectors.joining("\n")));
  }

  /** Keeps the one answer of a file that was entered in place. */
  AnswerLook keep(RunRow run, AnswersFile entered, Person person) {
    return audit.keep(
        () -> {
          AnswerLook look = looks(run, entered).get(0);
          add(run, entered);
          return look;
        },
        look -> answered(run, look, person));
  }

  private int add(RunRow run, AnswersFile file) {
    return answers.add(
        run.incident().id(), file.answers().stream().map(GivenAnswer::answer).toList());
  }

  private static AuditAct answered(RunRow run, AnswerLook look, Person person) {
    Answer answer = look.given().answer();
    return new AuditAct(
        person.name(),
        AuditAction.ANSWERED,
        "run " + run.run(),
        Map.of(
            "parcel", answer.parcelId(),
            "answer", answer.answer().name(),
            "fate", look.fate().name()));
  }

  /**
   * Keeps all answers of an uploaded file.
   *
   * @param digest of the looks a person has seen
   * @return how many were added
   * @throws LookChanged when they would no longer look so; nothing is kept then
   */
  int keep(RunRow run, AnswersFile file, String digest, String sha256, Person person) {
    return audit
        .keep(
            () -> {
              List<AnswerLook> looks = looks(run, file);
              if (!digest(looks).equals(digest)) {
                throw new LookChanged();
              }
              return new Kept(add(run, file), looks);
            },
            kept -> uploaded(run, kept, sha256, person))
        .added();
  }

  private record Kept(int added, List<AnswerLook> looks) {}

  private static AuditAct uploaded(RunRow run, Kept kept, String sha256, Person person) {
    Map<String, String> detail =
        Stream.of(Fate.values())
            .collect(
                Collectors.toMap(
                    fate -> fate.name().toLowerCase(Locale.ROOT),
                    fate ->
                        Long.toString(
                            kept.looks().stream().filter(look -> look.fate() == fate).count())));
    detail.put("kept", Integer.toString(kept.added()));
    detail.put("sha256", sha256);
    return new AuditAct(person.name(), AuditAction.ANSWERS_UPLOADED, "run " + run.run(), detail);
  }
}
