package parcelrecon.console.calls;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import parcelrecon.console.page.NotThere;
import parcelrecon.report.text.Texts;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.RunRow;
import parcelrecon.results.RunStore;

/** The call lists of the runs looked at last; others are read again. */
@Component
class CallLists {

  static final int KEPT_MAX = 8;

  private final ResultsDatabase database;
  private final Texts texts = Texts.of(Texts.LANGUAGES.get(0));
  private final Map<Long, RunCalls> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, RunCalls> eldest) {
          return size() > KEPT_MAX;
        }
      };

  CallLists(ResultsDatabase database) {
    this.database = database;
  }

  /**
   * @throws NotThere when there is no such run, or it has no results
   */
  synchronized RunCalls of(long run) {
    RunRow row =
        new RunStore(database)
            .find(run)
            .filter(each -> !each.isControl())
            .filter(RunRow::hasResults)
            .orElseThrow(NotThere::new);
    return kept.computeIfAbsent(run, none -> new RunCalls(database, row, texts));
  }
}
