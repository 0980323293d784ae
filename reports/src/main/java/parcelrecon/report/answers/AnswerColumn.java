package parcelrecon.report.answers;

/** A column of the call list that matters when it is read back. */
public enum AnswerColumn {
  PARCEL_ID("parcelId"),
  CONTACT("contact"),
  ANSWER("answer"),
  /** When the store answered, and who asked or answered, for example 2022-04-15 10:30 Lin. */
  WHEN_WHO("whenWho"),
  NOTE("note"),
  /** Hidden: the parcel again; it tells whether only some columns were sorted. */
  ROW_ID("rowId"),
  /** Hidden: the incident the list was made for. */
  INCIDENT("incident"),
  /** Hidden: changes with anything in the row. */
  ROW_VERSION("rowVersion");

  private final String key;

  AnswerColumn(String key) {
    this.key = key;
  }

  /** Of the header's text in the bundles. */
  String textKey() {
    return "column." + key;
  }
}
