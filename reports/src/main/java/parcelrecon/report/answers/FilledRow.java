package parcelrecon.report.answers;

/**
 * A row as a file has it; every text is stripped, and empty where the file has none.
 *
 * @param number of the row of data, from 1
 * @param cells where a person finds its cells
 * @param rowId the hidden copy of the parcel's id
 * @param incident the hidden id of the incident
 * @param version the hidden version of what the row says
 */
record FilledRow(
    long number,
    Cells cells,
    String parcelId,
    String rowId,
    String incident,
    String version,
    Said said) {

  /** How a file's cells are called, for example {@code Store calls!T17}. */
  interface Cells {
    String at(AnswerColumn column);
  }

  /**
   * What was filled in.
   *
   * @param at when the answer was given
   * @param by who, where the file has it in a column of its own
   */
  record Said(String contact, String answer, String at, String by, String note) {
    boolean isNothing() {
      return contact.isEmpty() && answer.isEmpty() && at.isEmpty() && note.isEmpty();
    }
  }
}
