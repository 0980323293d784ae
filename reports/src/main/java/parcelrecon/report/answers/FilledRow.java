package parcelrecon.report.answers;

/**
 * A row as a file has it; every text is stripped, and empty where the file has none.
 *
 * @param number of the row of data, from 1
 * @param where file and row as a person finds it there
 * @param rowId the hidden copy of the parcel's id
 * @param incident the hidden id of the incident
 */
record FilledRow(
    long number, String where, String parcelId, String rowId, String incident, Said said) {

  /**
   * What was filled in.
   *
   * @param at when the answer was given
   * @param by who, where the file has it in a column of its own
   */
  record Said(String contact, String answer, String at, String by, String note) {
    boolean isNothing() {
      return contact.isEmpty() && answer.isEmpty();
    }
  }
}
