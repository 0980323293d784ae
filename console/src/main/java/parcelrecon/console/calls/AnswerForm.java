package parcelrecon.console.calls;

import java.util.Optional;
import java.util.stream.Stream;
import parcelrecon.model.Answer.StoreAnswer;

/**
 * An answer as it was entered beside its parcel; absent fields are empty.
 *
 * @param answer the name of a {@link StoreAnswer}
 * @param at when the store answered, in the incident's zone; empty: just now
 */
record AnswerForm(String parcel, String answer, String at, String note) {

  static final int NOTE_CHARACTERS_MAX = 500;

  AnswerForm {
    parcel = parcel == null ? "" : parcel;
    answer = answer == null ? "" : answer;
    at = at == null ? "" : at.strip();
    note = note == null ? "" : note.strip();
  }

  Optional<StoreAnswer> chosen() {
    return Stream.of(StoreAnswer.values()).filter(each -> each.name().equals(answer)).findFirst();
  }

  boolean isNoteTooLong() {
    return note.codePointCount(0, note.length()) > NOTE_CHARACTERS_MAX;
  }
}
