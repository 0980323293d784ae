package parcelrecon.console.runs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import parcelrecon.job.RunProgress;
import parcelrecon.job.RunProgress.PartView;
import parcelrecon.job.RunProgress.StageView;
import parcelrecon.model.SourceName;
import parcelrecon.report.text.Texts;
import parcelrecon.results.Totals;

/**
 * How far a run is, in words.
 *
 * @param isElsewhere whether another process works on it: then only stages that are over are known
 * @param stages in their order, those to come among them
 */
record ProgressView(boolean isElsewhere, boolean isStopping, List<Stage> stages) {

  private static final List<String> STAGES =
      List.of("plan", "extract", "match", "settle", "publish");
  private static final String CONTROL = "control-";

  ProgressView {
    stages = List.copyOf(stages);
  }

  enum How {
    OVER,
    NOW,
    TO_COME
  }

  /**
   * @param told rows and time; empty while nothing is known
   */
  record Stage(String name, How how, String told, List<Part> parts) {}

  /**
   * @param rows empty while there is none
   * @param percent absent when it is not known how much there is
   * @param left empty while too little is done to tell
   */
  record Part(String name, String rows, Optional<Integer> percent, String left) {}

  static ProgressView here(RunProgress progress, Texts texts) {
    return new ProgressView(
        false, progress.isStopping(), new Words(texts).stages(progress.stages()));
  }

  static ProgressView elsewhere(List<Totals.Stage> over, Texts texts) {
    List<StageView> stages =
        over.stream()
            .map(
                stage ->
                    new StageView(
                        stage.name(),
                        true,
                        stage.rows(),
                        Duration.ofMillis(stage.millis()),
                        List.of()))
            .toList();
    return new ProgressView(true, false, new Words(texts).stages(stages));
  }

  private record Words(Texts texts) {

    List<Stage> stages(List<StageView> begun) {
      List<Stage> stages = new ArrayList<>(begun.stream().map(this::stage).toList());
      How next = begun.stream().allMatch(StageView::isOver) ? How.NOW : How.TO_COME;
      for (String name : STAGES) {
        if (begun.stream().noneMatch(stage -> stage.name().equals(name))) {
          stages.add(new Stage(name(name), next, "", List.of()));
          next = How.TO_COME;
        }
      }
      return stages;
    }

    private String name(String stage) {
      return stage.startsWith(CONTROL)
          ? texts.text("runs.stage.control", name(stage.substring(CONTROL.length())))
          : texts.text("runs.stage." + stage);
    }

    private Stage stage(StageView stage) {
      String took = texts.duration(shown(stage));
      String told =
          stage.rows() == 0 ? took : texts.text("runs.progress.stage", stage.rows(), took);
      return new Stage(
          name(stage.name()),
          stage.isOver() ? How.OVER : How.NOW,
          told,
          stage.parts().stream().map(this::part).toList());
    }

    /** What goes on is told in whole seconds: its last digits would only flicker. */
    private static Duration shown(StageView stage) {
      return stage.isOver()
          ? Duration.ofMillis((stage.took().toMillis() + 50) / 100 * 100)
          : Duration.ofSeconds(stage.took().toSeconds());
    }

    private Part part(PartView part) {
      String name = part.name().isEmpty() ? "" : texts.name(SourceName.of(part.name()));
      OptionalDouble share = part.share();
      return new Part(
          name,
          rows(part),
          share.isPresent() ? Optional.of((int) (share.getAsDouble() * 100)) : Optional.empty(),
          part.isOver()
              ? ""
              : part.left().map(left -> texts.text("runs.progress.left", rough(left))).orElse(""));
    }

    private String rows(PartView part) {
      if (part.rows() == 0) {
        return part.isOver() ? texts.text("runs.progress.rowsOver", 0) : "";
      }
      return part.isOver()
          ? texts.text("runs.progress.rowsOver", part.rows())
          : texts.text("runs.progress.rows", part.rows(), Math.round(part.rowsPerSecond()));
    }

    /** An estimate is not told to the second. */
    private String rough(Duration left) {
      long seconds = left.toSeconds();
      long step = seconds < 60 ? 5 : seconds < 600 ? 30 : 60;
      return texts.duration(Duration.ofSeconds(Math.max(step, (seconds + step - 1) / step * step)));
    }
  }
}
