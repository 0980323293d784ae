package parcelrecon.results;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import parcelrecon.model.Answer;
import parcelrecon.model.RecordRef;

/** Keeps what stores answered to an incident's runs. Answers are numbered from 1 per incident. */
public final class AnswerStore {

  private final ResultsDatabase database;
  private final Jdbi jdbi;

  public AnswerStore(ResultsDatabase database) {
    this.database = database;
    this.jdbi = database.jdbi();
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
    return database.inTurn(
        handle -> {
          long latest = latest(handle, incidentId);
          int added = 0;
          for (Answer answer : answers) {
            if (!isThere(handle, incidentId, answer)) {
              added++;
              insert(handle, incidentId, latest + added, answer);
            }
          }
          return added;
        });
  }

  /** The greatest number of an answer to the incident; 0 when there is none. */
  public long latest(String incidentId) {
    return jdbi.withHandle(handle -> latest(handle, incidentId));
  }

  static long latest(Handle handle, String incidentId) {
    return handle
        .createQuery(Sql.of("latest_answer"))
        .bind("incident_id", incidentId)
        .mapTo(Long.class)
        .one();
  }

  /** The answers up to and including a number, in the order of their numbers. */
  public List<Answer> answersOf(String incidentId, long through) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(Sql.of("answers"))
                .bind("incident_id", incidentId)
                .bind("through", through)
                .map((row, context) -> answer(row))
                .list());
  }

  /**
   * The answers about some parcels, in the order of their numbers.
   *
   * @param parcelIds some hundred at most
   */
  public List<Answer> answersTo(String incidentId, Collection<String> parcelIds) {
    if (parcelIds.isEmpty()) {
      return List.of();
    }
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(Sql.of("answers_to_parcels"))
                .bind("incident_id", incidentId)
                .bindList("parcel_ids", parcelIds)
                .map((row, context) -> answer(row))
                .list());
  }

  private static boolean isThere(Handle handle, String incidentId, Answer answer) {
    return said(handle.createQuery(Sql.of("same_answer")), incidentId, answer)
            .mapTo(Long.class)
            .one()
        > 0;
  }

  private static void insert(Handle handle, String incidentId, long number, Answer answer) {
    if (!(answer.ref() instanceof RecordRef.AnswerRow ref)) {
      throw new IllegalArgumentException("not an answer to a run: " + answer.ref().text());
    }
    said(handle.createUpdate(Sql.of("insert_answer")), incidentId, answer)
        .bind("answer_no", number)
        .bind("run", ref.run())
        .execute();
  }

  private static <S extends SqlStatement<S>> S said(S statement, String incidentId, Answer answer) {
    return statement
        .bind("incident_id", incidentId)
        .bind("parcel_id", answer.parcelId())
        .bind("answer", answer.answer().name())
        .bind("answered_at", answer.answeredAt().toString())
        .bind("answered_by", answer.by())
        .bind("note", answer.note());
  }

  private static Answer answer(ResultSet row) throws SQLException {
    return new Answer(
        row.getString("parcel_id"),
        new RecordRef.AnswerRow(row.getLong("run"), row.getLong("answer_no")),
        Answer.StoreAnswer.valueOf(row.getString("answer")),
        Columns.instant(row, "answered_at"),
        row.getString("answered_by"),
        row.getString("note"));
  }
}
