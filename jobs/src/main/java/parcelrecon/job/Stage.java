package parcelrecon.job;

import java.util.Locale;

/** The stages of a run, as progress and run.json name them. */
enum Stage {
  PLAN,
  EXTRACT,
  MATCH,
  SETTLE,
  PUBLISH;

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
