package parcelrecon.console.runs;

/**
 * What somebody filled in to start a run, as it was sent. Nothing of a data source is in it.
 *
 * @param incident {@code file:NAME}, {@code run:N}, or empty for a new one, which the next four
 *     describe
 * @param from local time in the site's zone
 * @param compareDays what to compare with: the same hours so many days before; empty for nothing
 */
record StartForm(
    String incident,
    String id,
    String title,
    String from,
    String to,
    String compareDays,
    String language,
    String callers) {

  StartForm {
    incident = given(incident);
    id = given(id);
    title = given(title);
    from = given(from);
    to = given(to);
    compareDays = given(compareDays);
    language = given(language);
    callers = given(callers);
  }

  static StartForm empty(String incident, String language) {
    return new StartForm(incident, "", "", "", "", "", language, "1");
  }

  private static String given(String text) {
    return text == null ? "" : text.strip();
  }
}
