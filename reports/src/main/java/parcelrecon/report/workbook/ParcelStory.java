package parcelrecon.report.workbook;

import parcelrecon.report.text.Texts;
import parcelrecon.results.ParcelRow;
import parcelrecon.results.RunResults;

/** What happened to parcels of a run, one sentence each, as the workbook tells it. */
public final class ParcelStory {

  private final RunView view;

  public ParcelStory(RunResults results, Texts texts) {
    this.view = RunView.of(results, texts);
  }

  public String of(ParcelRow parcel) {
    return Story.of(view, parcel);
  }
}
