package parcelrecon.results;

import java.util.List;
import parcelrecon.model.Answer;

/** Keeps what stores answered to an incident's runs. Answers are numbered from 1 per incident. */
public final class AnswerStore {

  private final ResultsDatabase database;

  public AnswerStore(ResultsDatabase database) {
    this.database = database;
  }

  /**
   * Adds answers in the order given; one that is there already (same parcel, answer, time, person
   * and note) is left out.
   *
   * @param answers with a {@link parcelrecon.model.RecordRef.AnswerRow} that names the run they
   *     answer; its row is given here
   * @return how many were added
   */
  public int add(String incidentId, List<Answer> answers) {
    throw new UnsupportedOperationException(database.toString());
  }

  /** The greatest number of an answer to the incident; 0 when there is none. */
  public long latest(String incidentId) {
    throw new UnsupportedOperationException(database.toString());
  }

  /** The answers up to and including a number, in the order of their numbers. */
  public List<Answer> answersOf(String incidentId, long through) {
    throw new UnsupportedOperationException(database.toString());
  }
}
